package org.regulus.campaign.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Crowd;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.client.Stack.Service;

/** The stage: the stack, the people, the calendar and the crowd of operators. */
public final class Play implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int IN_FLIGHT = 12;
    private static final Duration CLOCKS_APART_AT_MOST = Duration.ofSeconds(20);

    final Http http = new Http();
    final Crowd crowd = new Crowd(IN_FLIGHT);
    final Stack stack;
    final Progress progress;
    final Acts acts = new Acts();
    final Cast cast;
    final Cast.Officers officers;
    final Session admin;
    /** Which hands in mails that came back, and may do nothing else. */
    final Session mailSystem;

    public Play(Stack stack, String authority, Progress progress) {
        this.stack = stack;
        this.progress = progress;
        this.cast = new Cast(http, stack);
        this.officers = cast.of(authority);
        this.admin = cast.person("platform-admin");
        this.mailSystem = cast.person("mail-system");
    }

    Api filing(Session user) {
        return new Api(http, stack, Service.FILING, user);
    }

    Api inspection(Session user) {
        return new Api(http, stack, Service.INSPECTION, user);
    }

    Api sanctions(Session user) {
        return new Api(http, stack, Service.SANCTIONS, user);
    }

    Api notification(Session user) {
        return new Api(http, stack, Service.NOTIFICATION, user);
    }

    /** Moves the business clock of the stack and makes sure that every service sees it. */
    void moveTo(LocalDate day, String time) {
        Instant target = day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
        filing(admin).put("/clock", Map.of("now", target.toString()));
        long moved = System.nanoTime();
        for (Service service : Service.values()) {
            Api api = new Api(http, stack, service, admin);
            Patience.await(
                    "the clock of " + service,
                    PATIENCE,
                    () -> Duration.between(target.plusNanos(System.nanoTime() - moved), now(api))
                                    .abs()
                                    .compareTo(CLOCKS_APART_AT_MOST)
                            < 0,
                    () -> "It shows " + now(api) + ", moved to " + target);
        }
        progress.itIs(target);
    }

    private static Instant now(Api api) {
        return Instant.parse(api.get("/clock").body().path("now").asText());
    }

    @Override
    public void close() {
        crowd.close();
    }
}

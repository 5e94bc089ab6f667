package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Listening to what happens. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class LiveIT {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/stream")
    URI address;

    @Inject
    Database database;

    private final Told told = Told.anew("LIVE");

    @Test
    void a_listener_hears_of_its_own_cases_as_they_go_on_and_misses_nothing_when_it_comes_again() throws Exception {
        String now = String.valueOf(database.count("select position from ledger_head"));
        try (Listener officer = new Listener(told.officer(), now);
                Listener operator = new Listener(told.operator(), now);
                Listener stranger = new Listener(Tokens.operator(UUID.randomUUID()), now)) {
            UUID first = told.tell("filing.case-opened");
            UUID internal = told.tell("sanctions.penalty-proposed");
            told.awaitTimeline(2);
            UUID second = told.tell("filing.case-closed");
            Told.await("the officer").until(() -> officer.has(first) && officer.has(internal) && officer.has(second));
            Told.await("the operator").until(() -> operator.has(first) && operator.has(second));
            assertThat(operator.has(internal)).isFalse();
            assertThat(stranger.lines).noneMatch(line -> line.startsWith("data:"));
            String last = officer.idBefore(internal);
            try (Listener again = new Listener(told.officer(), last)) {
                Told.await("the rest").until(() -> again.has(internal) && again.has(second));
                assertThat(again.lines).noneMatch(line -> line.contains("\"position\":" + last + ","));
            }
        }
    }

    @Test
    void a_listener_for_whom_nothing_happened_goes_on_where_it_was() throws Exception {
        Told quiet = Told.anew("LIVED");
        long end;
        String id;
        try (Listener listener = new Listener(quiet.officer(), null)) {
            Told.await("the opening").until(() -> listener.lastId() > 0);
            told.tell("filing.case-opened");
            told.awaitTimeline(1);
            end = database.count("select position from ledger_head");
            Told.await("a sign of life that tells how far it is").until(() -> listener.lastId() >= end);
            id = String.valueOf(listener.lastId());
            assertThat(listener.lines).noneMatch(line -> line.startsWith("data:"));
        }
        UUID missed = quiet.tell("filing.case-opened");
        quiet.awaitTimeline(1);
        try (Listener again = new Listener(quiet.officer(), id)) {
            Told.await("what it missed").until(() -> again.has(missed));
        }
    }

    @Test
    void the_last_id_that_somebody_else_saw_opens_nothing() throws Exception {
        String before = String.valueOf(database.count("select position from ledger_head"));
        UUID theirs = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        Told own = Told.anew("LIVEB");
        UUID mine = own.tell("filing.case-opened");
        own.awaitTimeline(1);
        try (Listener officer = new Listener(own.officer(), before);
                Listener operator = new Listener(own.operator(), before)) {
            Told.await("what comes behind it in the ledger").until(() -> officer.has(mine) && operator.has(mine));
            assertThat(officer.has(theirs)).isFalse();
            assertThat(operator.has(theirs)).isFalse();
        }
    }

    @Test
    void a_person_has_five_streams_which_show_that_they_live_and_a_sixth_when_one_is_closed() throws Exception {
        String officer = Tokens.officer("auditor", "LIVEC");
        List<Listener> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                open.add(new Listener(officer, "0"));
                assertThat(open.get(i).status).isEqualTo(200);
            }
            problem(as(officer).get("/stream").then(), 429, "stream.too-many").header("Retry-After", "1");
            try (Listener another = new Listener(told.officer(), "0")) {
                assertThat(another.status).isEqualTo(200);
            }
            Told.await("a sign of life")
                    .until(() -> open.get(0).lines.stream().anyMatch(line -> line.matches(": ?alive")));
            open.get(0).close();
            Told.await("a free place").until(() -> {
                Listener sixth = new Listener(officer, "0");
                open.add(sixth);
                return sixth.status == 200;
            });
        } finally {
            for (Listener listener : open) {
                listener.close();
            }
        }
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/stream");
        problem(as(Tokens.as("p").roles("partner").sign()).get("/stream").then(), 403, "auth.forbidden");
        problem(
                as(told.officer())
                        .header("Last-Event-ID", "the last one")
                        .get("/stream")
                        .then(),
                400,
                "stream.last-event-id");
    }

    private final class Listener implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream stream;
        private final int status;

        Listener(String token, String lastEventId) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            HttpResponse<InputStream> answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            status = answer.statusCode();
            stream = answer.body();
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        boolean has(UUID event) {
            return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(event.toString()));
        }

        long lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring("id:".length()).strip()))
                    .reduce(0, (one, later) -> later);
        }

        /** The id with which one has seen everything before that event. */
        String idBefore(UUID event) {
            String id = "0";
            for (String line : lines) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                }
                if (line.startsWith("data:") && line.contains(event.toString())) {
                    return String.valueOf(Long.parseLong(id) - 1);
                }
            }
            throw new IllegalStateException("It has not come");
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}

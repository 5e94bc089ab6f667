package org.regulus.campaign.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.regulus.campaign.bench.Ground.Draft;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Crowd;
import org.regulus.campaign.client.Patience;

/** Submissions through the whole path: from the request until the case's timeline shows them. */
final class Submissions {

    /**
     * @param accepted submissions that REST took in the time given
     * @param seconds from the first request until the last of them was in its timeline
     */
    record Sustained(int accepted, double acceptedPerSecond, double seconds) {
        double perSecond() {
            return accepted / seconds;
        }
    }

    private static final String SUBMITTED = "regulus.filing.filing-submitted.v1";
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 3_000_000;

    private final Ground ground;
    private final Crowd crowd;

    Submissions(Ground ground, Crowd crowd) {
        this.ground = ground;
        this.crowd = crowd;
    }

    /** At a steady rate, whatever the answers take; time from the moment at which a request was due. */
    Percentiles latency(List<Draft> drafts, int perSecond) {
        long start = System.nanoTime();
        long between = 1_000_000_000L / perSecond;
        List<Integer> turns = IntStream.range(0, drafts.size()).boxed().toList();
        return Percentiles.of(crowd.map(turns, turn -> {
            long due = start + turn * between;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            submit(drafts.get(turn));
            awaitVisible(drafts.get(turn));
            return (System.nanoTime() - due) / 1e6;
        }));
    }

    /** As fast as the users in flight can, for so long or until there are no more drafts. */
    Sustained sustained(List<Draft> drafts, int users, Duration time) {
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        List<Integer> each = IntStream.range(0, users).boxed().toList();
        crowd.each(each, user -> {
            int mine = next.getAndIncrement();
            while (mine < drafts.size() && System.nanoTime() - start < time.toNanos()) {
                submit(drafts.get(mine));
                accepted.incrementAndGet();
                mine = next.getAndIncrement();
            }
        });
        double taken = (System.nanoTime() - start) / 1e9;
        for (Draft draft : drafts.subList(0, accepted.get())) {
            awaitVisible(draft);
        }
        return new Sustained(accepted.get(), accepted.get() / taken, (System.nanoTime() - start) / 1e9);
    }

    private void submit(Draft draft) {
        ground.filing(draft.operator()).put(draft.path() + "/submission", draft.etag(), Map.of());
    }

    private void awaitVisible(Draft draft) {
        Api timeline = ground.timeline();
        long end = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!visible(timeline, draft)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Not in the timeline of " + draft.caseId() + " after " + VISIBLE_WITHIN);
            }
            Patience.pause(Duration.ofNanos(LOOK_NANOS));
        }
    }

    private static boolean visible(Api timeline, Draft draft) {
        for (JsonNode entry :
                timeline.tryGet("/cases/" + draft.caseId() + "/timeline").body().path("items")) {
            if (entry.path("type").asText().equals(SUBMITTED)) {
                return true;
            }
        }
        return false;
    }
}

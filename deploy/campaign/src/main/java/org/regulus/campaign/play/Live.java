package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Patience;

/** An officer follows what happens as it happens, is away for a while, and goes on behind the last event that was heard. */
final class Live {

    private static final int FIRST_LEG = 20;

    private record Heard(long position, String caseId) {}

    private final Play play;
    private final List<Heard> heard = new ArrayList<>();

    Live(Play play) {
        this.play = play;
    }

    /** Hangs up after some events. */
    void begin() {
        listen(null, FIRST_LEG);
    }

    void again() {
        Patience.await("the first live events", Play.PATIENCE, () -> count() >= FIRST_LEG, () -> "Heard: " + count());
        listen(String.valueOf(last()), Integer.MAX_VALUE);
    }

    private void listen(String lastEventId, int enough) {
        CountDownLatch open = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> play.notification(play.officers.officer).listen("/stream", lastEventId, new Http.Ear() {
                    @Override
                    public void open() {
                        open.countDown();
                    }

                    @Override
                    public boolean hear(String id, JsonNode told) {
                        return hear(new Heard(
                                        Long.parseLong(id), told.path("caseId").asText()))
                                < enough;
                    }

                    private int hear(Heard one) {
                        synchronized (heard) {
                            heard.add(one);
                            return heard.size();
                        }
                    }
                }));
        thread.setDaemon(true);
        thread.start();
        try {
            if (!open.await(Play.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The live stream did not open");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", asked);
        }
    }

    /** Each event of each case once and in order, as many as the topics had. */
    void check(List<Participant> participants, Map<String, Integer> eventsByCase) {
        Patience.await(
                "all live events",
                Play.PATIENCE,
                () -> missed(participants, eventsByCase) == 0,
                () -> "Of %d cases not as many were heard as happened".formatted(missed(participants, eventsByCase)));
        List<Heard> all = copy();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).position() <= all.get(i - 1).position()) {
                throw new IllegalStateException("Heard twice or in another order: " + all.get(i));
            }
        }
        play.acts.did(Act.HEARD_LIVE, all.size());
        play.progress.say("heard live, with a break and without a gap: %d events", all.size());
    }

    private long missed(List<Participant> participants, Map<String, Integer> eventsByCase) {
        Map<String, Integer> byCase = new HashMap<>();
        copy().forEach(one -> byCase.merge(one.caseId(), 1, Integer::sum));
        return participants.stream()
                .map(one -> one.caseId().toString())
                .filter(id -> !byCase.getOrDefault(id, 0).equals(eventsByCase.getOrDefault(id, 0)))
                .count();
    }

    private int count() {
        return copy().size();
    }

    private long last() {
        List<Heard> all = copy();
        return all.get(all.size() - 1).position();
    }

    private List<Heard> copy() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }
}

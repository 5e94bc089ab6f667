package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Who did not put it right is penalised: proposed, reviewed and decided by different people, after being heard. */
final class Penalties {

    /** A provision, and what is asked under it in minor units. */
    private record Law(String provision, long fine) {}

    private static final String LIGHT = "CN-ORDER-11";
    private static final String GRAVE = "CN-CSL-2017-69";
    private static final int GRAVE_ONE_IN = 4;
    private static final LocalDate ACT = LocalDate.of(2019, 10, 9);
    private static final LocalDate PROPOSED = LocalDate.of(2019, 10, 14);
    private static final LocalDate NOTICED = LocalDate.of(2019, 10, 16);
    private static final LocalDate DECIDED = LocalDate.of(2019, 11, 4);

    private final Play play;
    private final Papers papers;
    private final Law light;
    private final Law grave;

    Penalties(Play play) {
        this.play = play;
        this.papers = new Papers(play);
        this.light = law(one -> one.path("id").asText().startsWith(LIGHT)
                && one.path("needsRefusal").asBoolean());
        this.grave = law(one -> one.path("id").asText().equals(GRAVE));
    }

    /** As the service's rule data has it on the day of the act; what is asked is the middle of what the provision allows. */
    private Law law(Predicate<JsonNode> wanted) {
        JsonNode items = play.sanctions(play.officers.officer)
                .get("/provisions?on=" + ACT)
                .body()
                .path("items");
        JsonNode law = StreamSupport.stream(items.spliterator(), false)
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Such a provision is not in force on " + ACT));
        return new Law(
                law.path("id").asText(),
                (law.path("minMinor").asLong() + law.path("maxMinor").asLong()) / 2);
    }

    void pursue(List<Order> refused) {
        play.moveTo(PROPOSED, "10:00");
        List<Proceeding> all = play.crowd.map(
                IntStream.range(0, refused.size()).boxed().toList(), number -> propose(number, refused.get(number)));
        play.crowd.each(all, one -> one.take(play, play.officers.reviewer, "/review", Map.of("outcome", "approved")));
        play.progress.say("penalties proposed and reviewed: %d", all.size());

        play.moveTo(NOTICED, "10:00");
        play.crowd.each(all, this::notice);
        new Hearings(play, papers).hear(all);

        play.moveTo(DECIDED, "10:00");
        play.crowd.each(all, this::decide);
        play.progress.say("decided: %d", all.size());
        new AfterDecision(play, papers).settle(all);
    }

    /** Every so many of those that will be fined are pursued under the heavier law. */
    private Proceeding propose(int number, Order order) {
        boolean heavy = number % GRAVE_ONE_IN == 0 && order.participant().fate().decision() == Fate.Decision.FINE;
        Law law = heavy ? grave : light;
        UUID id = play.sanctions(play.officers.officer)
                .post(
                        "/proceedings",
                        Map.of(
                                "caseId", order.participant().caseId(),
                                "orderId", order.id(),
                                "provision", law.provision(),
                                "actOn", ACT.toString(),
                                "kind", "fine",
                                "amountMinor", law.fine(),
                                "currency", "CNY",
                                "facts", "未按要求整改（演示）"))
                .id();
        return new Proceeding(number, id, order.participant(), law.fine(), heavy);
    }

    private void notice(Proceeding one) {
        one.take(play, play.officers.officer, "/notice", Map.of());
        papers.served(one.participant().caseId(), papers.issue("notice", one.id()), NOTICED);
    }

    private void decide(Proceeding one) {
        Map<String, Object> decision =
                switch (one.participant().fate().decision()) {
                    case FINE -> Map.of("outcome", "fine", "amountMinor", one.fine());
                    case WARNING -> Map.of("outcome", "warning", "amountMinor", 0);
                    case NO_PENALTY -> Map.of("outcome", "no-penalty", "amountMinor", 0);
                };
        one.take(play, play.officers.decider, "/decision", decision);
    }
}

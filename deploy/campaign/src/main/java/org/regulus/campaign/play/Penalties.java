package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Session;

/** Who did not put it right is penalised: proposed, reviewed and decided by three different people, after being heard. */
final class Penalties {

    private record Proceeding(UUID id, Participant participant) {}

    private static final String ORDER_11 = "CN-ORDER-11";
    private static final LocalDate ACT = LocalDate.of(2019, 10, 9);
    private static final LocalDate PROPOSED = LocalDate.of(2019, 10, 14);
    private static final LocalDate NOTICED = LocalDate.of(2019, 10, 16);
    private static final LocalDate HEARD = LocalDate.of(2019, 10, 17);
    private static final LocalDate DECIDED = LocalDate.of(2019, 11, 4);
    private static final LocalDate PAID = LocalDate.of(2019, 11, 12);

    private final Play play;
    private final String provision;

    /** In minor units: the middle of what the provision allows. */
    private final long fine;

    Penalties(Play play) {
        this.play = play;
        JsonNode law = law();
        provision = law.path("id").asText();
        fine = (law.path("minMinor").asLong() + law.path("maxMinor").asLong()) / 2;
    }

    /** What Order 11 threatens for not following an order, as the service's rule data has it on the day of the act. */
    private JsonNode law() {
        for (JsonNode law : play.sanctions(play.officers.officer)
                .get("/provisions?on=" + ACT)
                .body()
                .path("items")) {
            if (law.path("id").asText().startsWith(ORDER_11)
                    && law.path("needsRefusal").asBoolean()) {
                return law;
            }
        }
        throw new IllegalStateException("No provision of " + ORDER_11 + " is in force on " + ACT);
    }

    void pursue(List<Rectification.Order> refused) {
        play.moveTo(PROPOSED, "10:00");
        List<Proceeding> proceedings = play.crowd.map(refused, this::propose);
        play.crowd.each(
                proceedings, one -> move(play.officers.reviewer, one, "/review", Map.of("outcome", "approved")));
        play.progress.say("penalties proposed and reviewed: %d", proceedings.size());

        play.moveTo(NOTICED, "10:00");
        play.crowd.each(proceedings, one -> move(play.officers.officer, one, "/notice", Map.of()));
        play.moveTo(HEARD, "10:00");
        play.crowd.each(proceedings, this::defend);
        play.progress.say("notices served, defences heard");

        play.moveTo(DECIDED, "10:00");
        play.crowd.each(proceedings, this::decide);
        play.moveTo(PAID, "16:00");
        List<Proceeding> fined = proceedings.stream()
                .filter(one -> one.participant().fate().decision() == Fate.Decision.FINE)
                .toList();
        play.crowd.each(
                fined,
                one -> move(
                        play.officers.officer,
                        one,
                        "/payment",
                        Map.of("amountMinor", fine, "paidOn", PAID.toString())));
        play.progress.say("decided: %d, fines paid: %d", proceedings.size(), fined.size());
    }

    private Proceeding propose(Rectification.Order order) {
        Answer proposed = play.sanctions(play.officers.officer)
                .post(
                        "/proceedings",
                        Map.of(
                                "caseId",
                                order.participant().caseId(),
                                "orderId",
                                order.id(),
                                "provision",
                                provision,
                                "actOn",
                                ACT.toString(),
                                "kind",
                                "fine",
                                "amountMinor",
                                fine,
                                "currency",
                                "CNY",
                                "facts",
                                "The order was not followed (synthetic)."));
        return new Proceeding(proposed.id(), order.participant());
    }

    private void defend(Proceeding one) {
        switch (one.participant().fate().defence()) {
            case WAIVED -> move(one.participant().system(), one, "/defence", Map.of("waived", true));
            case STATEMENT -> move(one.participant().system(), one, "/defence", Map.of("statement", "已在整改，请求从轻（演示）"));
            case SILENT -> {
                // the time to answer passes
            }
        }
    }

    private void decide(Proceeding one) {
        Map<String, Object> decision =
                switch (one.participant().fate().decision()) {
                    case FINE -> Map.of("outcome", "fine", "amountMinor", fine);
                    case WARNING -> Map.of("outcome", "warning", "amountMinor", 0);
                    case NO_PENALTY -> Map.of("outcome", "no-penalty", "amountMinor", 0);
                };
        move(play.officers.decider, one, "/decision", decision);
    }

    private void move(Session who, Proceeding one, String what, Map<String, Object> body) {
        Api api = play.sanctions(who);
        String path = "/proceedings/" + one.id();
        api.put(path + what, api.get(path).etag(), body);
    }
}

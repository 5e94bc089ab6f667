package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Who did not put it right is penalised: proposed, reviewed and decided by different people, after being heard. */
final class Penalties {

    private static final LocalDate ACT = LocalDate.of(2019, 10, 9);
    private static final LocalDate PROPOSED = LocalDate.of(2019, 10, 14);
    private static final LocalDate NOTICED = LocalDate.of(2019, 10, 16);
    private static final LocalDate DECIDED = LocalDate.of(2019, 11, 4);

    private final Play play;
    private final Papers papers;
    private final Rectification rectification;
    private final Post post;

    /** By provision: the middle of what it allows, in minor units. */
    private final Map<String, Long> fines;

    Penalties(Play play, Rectification rectification, Post post) {
        this.play = play;
        this.papers = new Papers(play);
        this.rectification = rectification;
        this.post = post;
        JsonNode inForce = play.sanctions(play.officers.officer)
                .get("/provisions?on=" + ACT)
                .body()
                .path("items");
        this.fines = StreamSupport.stream(inForce.spliterator(), false)
                .collect(Collectors.toMap(
                        law -> law.path("id").asText(),
                        law -> (law.path("minMinor").asLong()
                                        + law.path("maxMinor").asLong())
                                / 2));
    }

    /** @return all that were decided */
    List<Proceeding> pursue(List<Order> refused) {
        play.moveTo(PROPOSED, "10:00");
        List<Proceeding> all = play.crowd.map(refused, this::propose);
        play.crowd.each(all, one -> one.take(play, play.officers.reviewer, "/review", Map.of("outcome", "approved")));
        play.acts.did(Act.PROPOSED, all.size());
        play.progress.say("penalties proposed and reviewed: %d", all.size());

        play.moveTo(NOTICED, "10:00");
        play.crowd.each(all, this::notice);
        new Hearings(play, papers).hear(all);

        play.moveTo(DECIDED, "10:00");
        List<Proceeding> withdrawn = Proceeding.of(Course.WITHDRAWN, all);
        List<Proceeding> decided = Some.without(all, withdrawn);
        List<Participant> byLetter =
                post.addresses(decided.stream().map(Proceeding::participant).toList());
        play.crowd.each(withdrawn, this::withdraw);
        play.crowd.each(decided, this::decide);
        play.acts.did(Act.WITHDRAWN, withdrawn.size());
        play.acts.did(Act.WARNED, Proceeding.of(Course.WARNING, all).size());
        play.acts.did(Act.NO_PENALTY, Proceeding.of(Course.NO_PENALTY, all).size());
        play.progress.say(
                "decided: %d; withdrawn, for it was put right after all: %d", decided.size(), withdrawn.size());
        post.deliver(byLetter);
        post.bounce(decided.get(0).participant());
        return decided;
    }

    private Proceeding propose(Order order) {
        Course course = order.participant().fate().course();
        long fine = fines.get(course.provision);
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "caseId",
                order.participant().caseId(),
                "orderId",
                order.id(),
                "provision",
                course.provision,
                "actOn",
                ACT.toString(),
                "kind",
                "fine",
                "amountMinor",
                fine,
                "currency",
                "CNY",
                "facts",
                "未按要求整改（演示）",
                "further",
                course.further()));
        if (course == Course.PERSON) {
            proposal.put("personProvision", course.provision + "-PERSON");
        }
        UUID id = play.sanctions(play.officers.officer)
                .post("/proceedings", proposal)
                .id();
        return new Proceeding(id, order, fine);
    }

    private void notice(Proceeding one) {
        one.take(play, play.officers.officer, "/notice", Map.of());
        papers.served(one.participant().caseId(), papers.issue("notice", one.id()), NOTICED);
    }

    private void decide(Proceeding one) {
        Map<String, Object> decision =
                switch (one.course()) {
                    case WARNING -> Map.of("outcome", "warning", "amountMinor", 0);
                    case NO_PENALTY -> Map.of("outcome", "no-penalty", "amountMinor", 0);
                    default -> Map.of(
                            "outcome",
                            "fine",
                            "amountMinor",
                            one.fine(),
                            "further",
                            one.course().further());
                };
        one.take(play, play.officers.decider, "/decision", decision);
    }

    private void withdraw(Proceeding one) {
        one.take(play, play.officers.officer, "/withdrawal", Map.of("reason", "已完成整改（演示）"));
        rectification.putRightAfterAll(one.order());
    }
}

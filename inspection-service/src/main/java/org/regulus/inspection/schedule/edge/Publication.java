package org.regulus.inspection.schedule.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.edge.Interviews;

/** Makes interviews of a proposal: each in a transaction of its own, with its own event, so that one conflict stops no other. */
@ApplicationScoped
class Publication {

    static final String AGAINST_THE_RULES = "schedule.against-the-rules";

    private final Proposals proposals;
    private final ScheduleItems items;
    private final Interviews interviews;

    Publication(Proposals proposals, ScheduleItems items, Interviews interviews) {
        this.proposals = proposals;
        this.items = items;
        this.interviews = interviews;
    }

    /** Judged anew first: what has become impossible since the proposal was made is not published. */
    Uni<ProposalRow> publish(Actor officer, UUID id, long seen) {
        return Panache.withTransaction(() -> Proposals.locked(officer, id, seen)
                        .invoke(row -> row.take(row.proposal().publish()))
                        .chain(row -> proposals.reviewed(row).invoke(this::refuse))
                        .call(Rows::flush))
                .chain(all -> Multi.createFrom()
                        .iterable(open(all))
                        .onItem()
                        .transformToUniAndConcatenate(item -> publish(officer, item))
                        .collect()
                        .last())
                .chain(() -> Proposals.get(officer, id));
    }

    private void refuse(List<ScheduleItemRow> all) {
        all.stream()
                .filter(item -> !ScheduleItemRow.PUBLISHED.equals(item.outcome))
                .forEach(item ->
                        item.outcome = item.startsAt == null || !items.allowed(item) ? AGAINST_THE_RULES : null);
    }

    private static List<ScheduleItemRow> open(List<ScheduleItemRow> all) {
        return all.stream().filter(item -> item.outcome == null).toList();
    }

    private Uni<Void> publish(Actor officer, ScheduleItemRow item) {
        return Panache.withTransaction(() -> interviews
                        .publish(officer, item.inspectionId, item.slot(), item.place)
                        .chain(() -> outcome(item.id, ScheduleItemRow.PUBLISHED)))
                .onFailure(Refusal.class)
                .recoverWithUni(no -> Panache.withTransaction(() -> outcome(item.id, no.code())));
    }

    private static Uni<Void> outcome(UUID item, String outcome) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update schedule_item set outcome = ?2 where id = ?1")
                        .setParameter(1, item)
                        .setParameter(2, outcome)
                        .executeUpdate()
                        .replaceWithVoid());
    }
}

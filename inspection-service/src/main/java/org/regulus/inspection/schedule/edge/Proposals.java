package org.regulus.inspection.schedule.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.schedule.Proposal;

/** Orders proposals and changes them by hand. */
@ApplicationScoped
class Proposals {

    private final InstantSource clock;
    private final IdSource ids;
    private final ScheduleFacts facts;
    private final ScheduleItems items;

    Proposals(InstantSource clock, IdSource ids, ScheduleFacts facts, ScheduleItems items) {
        this.clock = clock;
        this.ids = ids;
        this.facts = facts;
        this.items = items;
    }

    /** In the caller's transaction. */
    Uni<UUID> order(Actor officer, NewProposal wanted) {
        Instant now = clock.instant();
        ProposalRow row = new ProposalRow();
        row.id = ids.next();
        row.authority = officer.requireAuthority();
        row.campaignId = wanted.campaignId();
        row.basedOn = wanted.basedOn();
        row.firstDay = wanted.from();
        row.days = wanted.days();
        row.minutes = wanted.minutes();
        row.seconds = wanted.secondsOrUsual();
        row.asOf = now;
        row.take(Proposal.WAITING);
        return based(officer, wanted.basedOn())
                .chain(() -> facts.of(row, java.util.Map.of()))
                .invoke(timetable -> {
                    if (timetable.visits().isEmpty() || timetable.terms().isEmpty()) {
                        throw Refusal.invalid(
                                "schedule.nothing-to-plan",
                                "No inspection waits for an interview, or no working day of the period keeps the notice");
                    }
                })
                .chain(() -> Panache.getSession().chain(session -> session.persist(row)))
                .replaceWith(row.id);
    }

    private static Uni<Void> based(Actor officer, UUID proposal) {
        return proposal == null
                ? Uni.createFrom().voidItem()
                : get(officer, proposal).replaceWithVoid();
    }

    static Uni<ProposalRow> get(Actor actor, UUID id) {
        return Rows.of(ProposalRow.class, actor).one(id, "schedule.unknown");
    }

    /** Of two who change it at the same moment the second reads what the first has made of it. */
    static Uni<ProposalRow> locked(Actor officer, UUID id, long seen) {
        return Rows.of(ProposalRow.class, officer)
                .locked()
                .one(id, "schedule.unknown")
                .invoke(row -> ETags.check(seen, row.version));
    }

    static Uni<ScheduleItemRow> item(Actor actor, UUID proposal, UUID inspection) {
        return Rows.of(ScheduleItemRow.class, actor)
                .and("proposalId = :proposal", "proposal", proposal)
                .and("inspectionId = :inspection", "inspection", inspection)
                .single("schedule.interview-unknown", "The proposal has no interview for inspection " + inspection);
    }

    /** @param slot where the officer wants the interview, or null for nowhere */
    @WithTransaction
    Uni<ProposalRow> adjust(Actor officer, UUID id, long seen, UUID inspection, Slot slot, boolean pinned) {
        if (slot != null) {
            facts.check(slot);
        }
        return locked(officer, id, seen)
                .invoke(row -> row.take(row.proposal().adjust()))
                .call(row -> item(officer, id, inspection).invoke(item -> {
                    item.take(slot);
                    item.pinned = pinned;
                }))
                .call(this::reviewed)
                .call(Rows::flush);
    }

    /** With today's leave, recusals and interviews, which are not those of the day the proposal was made. */
    Uni<List<ScheduleItemRow>> reviewed(ProposalRow row) {
        row.adjustments++;
        row.asOf = clock.instant();
        return ScheduleItems.of(row.id).call(all -> facts.of(row, ScheduleItems.pinned(all))
                .invoke(timetable -> row.take(items.review(row, timetable, all))));
    }
}

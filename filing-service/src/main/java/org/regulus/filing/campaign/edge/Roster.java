package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones;
import org.regulus.filing.casefile.edge.Cases;
import org.regulus.filing.registry.edge.AuthorityZones;
import org.regulus.filing.registry.edge.Register;

/** Adds operators to a published campaign: those that were licensed, or found, after it was published. */
@ApplicationScoped
class Roster {

    private final InstantSource clock;
    private final Register register;
    private final Cases cases;

    Roster(InstantSource clock, Register register, Cases cases) {
        this.clock = clock;
        this.register = register;
        this.cases = cases;
    }

    /** @param isNew false when the operator had a case in this campaign before */
    record Added(UUID caseId, boolean isNew) {}

    /**
     * Again without harm: the campaign is locked, so that two who add the same operator open one case.
     *
     * @param dueOn a last day of its own, not before the campaign's; null for the campaign's
     */
    @WithTransaction
    Uni<Added> add(Actor officer, UUID campaignId, UUID operatorId, LocalDate dueOn) {
        return Rows.of(CampaignRow.class, officer)
                .locked()
                .one(campaignId, "campaign.unknown")
                .chain(row -> present(row, operatorId)
                        .chain(present -> present != null
                                ? Uni.createFrom().item(new Added(present, false))
                                : AuthorityZones.of(row.authority)
                                        .chain(zone -> open(row, operatorId, dueAt(row, dueOn, zone)))));
    }

    private Uni<Added> open(CampaignRow row, UUID operatorId, Instant dueAt) {
        Instant now = clock.instant();
        row.campaign().admit(row.filingDueAt, now);
        return register.entry(row.authority, operatorId)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("operator.unknown", "There is no operator " + operatorId))
                .chain(operator ->
                        cases.openLate(row.authority, row.id, row.code, row.correction, operator, dueAt, now))
                .map(caseId -> new Added(caseId, true));
    }

    private static Instant dueAt(CampaignRow row, LocalDate dueOn, ZoneId zone) {
        Instant dueAt = dueOn == null ? row.filingDueAt : Zones.endOf(dueOn, zone);
        if (dueAt.isBefore(row.filingDueAt)) {
            throw Refusal.invalid(
                    "campaign.deadline-earlier", "Not before the campaign's deadline, " + row.filingDueAt);
        }
        return dueAt;
    }

    private static Uni<UUID> present(CampaignRow row, UUID operatorId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select id from case_file where campaign_id = ?1 and operator_id = ?2", UUID.class)
                .setParameter(1, row.id)
                .setParameter(2, operatorId)
                .getSingleResultOrNull());
    }
}

package org.regulus.filing.jurisdiction.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.casefile.edge.CaseRow;
import org.regulus.filing.jurisdiction.Jurisdiction;
import org.regulus.filing.jurisdiction.Jurisdiction.Change;
import org.regulus.filing.jurisdiction.JurisdictionEvent;
import org.regulus.filing.registry.edge.Authorities;
import org.regulus.filing.registry.edge.Competences;

/** The commands on jurisdiction. Each locks the case first: of two at the same time the second sees what the first did. */
@ApplicationScoped
class Jurisdictions {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Authorities authorities;
    private final Competences competences;

    Jurisdictions(InstantSource clock, IdSource ids, Outbox outbox, Authorities authorities, Competences competences) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.authorities = authorities;
        this.competences = competences;
    }

    /** What is asked for: of which case, as it was seen, and why. */
    record Step(Actor officer, UUID caseId, long seen, String reason) {}

    private interface Move extends BiFunction<Jurisdiction, Instant, Change<? extends JurisdictionEvent>> {}

    /** @param row null when nothing was ever done about it */
    record Known(CaseRow of, JurisdictionRow row, List<JurisdictionStepRow> steps) {
        Jurisdiction jurisdiction() {
            return row == null ? Jurisdiction.of(of.id, of.authority) : row.jurisdiction();
        }
    }

    @WithSession
    Uni<Known> get(Actor asker, UUID caseId) {
        return CaseReaders.cases(asker).one(caseId, "case.unknown").chain(of -> row(of).chain(
                        row -> steps(caseId).map(steps -> new Known(of, row, steps))));
    }

    @WithTransaction
    Uni<Known> share(Step step, String with) {
        return competences
                .checkKnown(with)
                .chain(() -> held(step))
                .chain(of -> take(step, of, (jurisdiction, now) -> jurisdiction.share(with, now)));
    }

    @WithTransaction
    Uni<Known> unshare(Step step, String with) {
        return held(step).chain(of -> take(step, of, (jurisdiction, now) -> jurisdiction.unshare(with, now)));
    }

    @WithTransaction
    Uni<Known> propose(Step step, String to) {
        return competences
                .checkKnown(to)
                .chain(() -> held(step))
                .call(of -> competences.check(step.officer(), of.operatorId, to))
                .call(of -> competences.checkRegistered(of.operatorId, to))
                .chain(of -> takeOpen(step, of, (jurisdiction, now) -> jurisdiction.propose(to, now)));
    }

    /** @param own the claimant's own case about the same matter */
    @WithTransaction
    Uni<Known> claim(Step step, UUID own) {
        return readable(step).chain(of -> Rows.of(CaseRow.class, step.officer())
                .and("operatorId = :operator", "operator", of.operatorId)
                .and("state <> :ended", "ended", "closed")
                .one(own, "case.unknown")
                .chain(theirs -> takeOpen(
                        step,
                        of,
                        (jurisdiction, now) ->
                                jurisdiction.claim(theirs.authority, of.openedAt, theirs.openedAt, now))));
    }

    @WithTransaction
    Uni<Known> accept(Step step) {
        return readable(step)
                .chain(of -> takeOpen(step, of, (jurisdiction, now) -> jurisdiction.accept(by(step), now)));
    }

    @WithTransaction
    Uni<Known> decline(Step step) {
        return readable(step).chain(of -> take(step, of, (jurisdiction, now) -> jurisdiction.decline(by(step), now)));
    }

    /** @throws Refusal CONFLICT {@code jurisdiction.no-common-superior} */
    @WithTransaction
    Uni<Known> dispute(Step step) {
        return authorities.hierarchy().chain(hierarchy -> readable(step)
                .chain(of -> takeOpen(step, of, (jurisdiction, now) -> {
                    String superior = jurisdiction.state().parties().stream()
                            .findFirst()
                            .flatMap(to -> hierarchy.commonSuperior(jurisdiction.holder(), to))
                            .orElseThrow(() -> Refusal.conflict(
                                    "jurisdiction.no-common-superior", "No authority here is above both"));
                    return jurisdiction.dispute(by(step), superior, now);
                })));
    }

    @WithTransaction
    Uni<Known> designate(Step step, String authority) {
        return readable(step)
                .call(of -> competences.checkRegistered(of.operatorId, authority))
                .chain(of ->
                        takeOpen(step, of, (jurisdiction, now) -> jurisdiction.designate(by(step), authority, now)));
    }

    private static String by(Step step) {
        return step.officer().requireAuthority();
    }

    /** As {@link #take}, of a case that is not closed: whose it was stays so. */
    private Uni<Known> takeOpen(Step step, CaseRow of, Move move) {
        if (of.isClosed()) {
            throw Refusal.conflict("case.closed", "The case is closed");
        }
        return take(step, of, move);
    }

    private Uni<Known> take(Step step, CaseRow of, Move move) {
        return row(of).chain(present -> {
            JurisdictionRow row = present == null ? JurisdictionRow.of(ids.next(), of) : present;
            ETags.check(step.seen(), row.announced);
            Change<? extends JurisdictionEvent> change = move.apply(row.jurisdiction(), clock.instant());
            row.take(change.jurisdiction());
            return save(row)
                    .chain(() -> persist(taken(step, change)))
                    .chain(() -> CaseReaders.become(of.id, change.jurisdiction().readers()))
                    .chain(() -> row.authority.equals(of.authority)
                            ? Uni.createFrom().voidItem()
                            : Handover.of(of, row.authority))
                    .chain(() -> outbox.append(JurisdictionMessages.of(row, change)))
                    .chain(() -> steps(of.id))
                    .map(steps -> new Known(of, row, steps));
        });
    }

    private static JurisdictionStepRow taken(Step step, Change<? extends JurisdictionEvent> change) {
        JurisdictionStepRow taken = new JurisdictionStepRow();
        taken.key = new JurisdictionStepRow.Key(
                change.jurisdiction().caseId(), change.jurisdiction().announced());
        taken.step = JurisdictionMessages.step(change.event());
        taken.takenBy = by(step);
        taken.other = change.event().other();
        taken.reason = step.reason();
        taken.takenAt = change.event().at();
        return taken;
    }

    private static Uni<Void> save(JurisdictionRow row) {
        return row.announced == 1 ? persist(row) : Rows.flush();
    }

    private static Uni<Void> persist(Object row) {
        return Panache.getSession().chain(session -> session.persist(row)).chain(Rows::flush);
    }

    /** The holder's own case, locked. */
    private static Uni<CaseRow> held(Step step) {
        return Rows.of(CaseRow.class, step.officer()).locked().one(step.caseId(), "case.unknown");
    }

    private static Uni<CaseRow> readable(Step step) {
        return CaseReaders.cases(step.officer()).locked().one(step.caseId(), "case.unknown");
    }

    private static Uni<JurisdictionRow> row(CaseRow of) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from JurisdictionRow where caseId = :case", JurisdictionRow.class)
                .setParameter("case", of.id)
                .getSingleResultOrNull());
    }

    private static Uni<List<JurisdictionStepRow>> steps(UUID caseId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from JurisdictionStepRow where key.caseId = :case order by key.number",
                        JurisdictionStepRow.class)
                .setParameter("case", caseId)
                .setMaxResults(MOST_STEPS)
                .getResultList());
    }

    static final int MOST_STEPS = 500;
}

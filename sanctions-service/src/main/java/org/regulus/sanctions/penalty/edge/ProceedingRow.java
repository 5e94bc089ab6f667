package org.regulus.sanctions.penalty.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.assessment.edge.StepView;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Hands;
import org.regulus.sanctions.penalty.Outcome;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.ProceedingState;
import org.regulus.sanctions.penalty.ProceedingState.Approved;
import org.regulus.sanctions.penalty.ProceedingState.Closed;
import org.regulus.sanctions.penalty.ProceedingState.Decided;
import org.regulus.sanctions.penalty.ProceedingState.Defended;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.ProceedingState.HearingHeld;
import org.regulus.sanctions.penalty.ProceedingState.HearingRequested;
import org.regulus.sanctions.penalty.ProceedingState.Noticed;
import org.regulus.sanctions.penalty.ProceedingState.Paid;
import org.regulus.sanctions.penalty.ProceedingState.Proposed;
import org.regulus.sanctions.penalty.ProceedingState.Returned;
import org.regulus.sanctions.penalty.ProceedingState.Revoked;
import org.regulus.sanctions.penalty.ProceedingState.Served;
import org.regulus.sanctions.penalty.ProceedingState.Transferred;
import org.regulus.sanctions.penalty.ProceedingState.Waived;
import org.regulus.sanctions.penalty.ProceedingState.Withdrawn;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** A proceeding as it is stored. What an earlier state brought (notice, defence, decision) stays when the state moves on. */
@Entity
@Table(name = "penalty_proceeding")
class ProceedingRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "operator_id")
    UUID operatorId;

    @Column(name = "provision_id")
    String provisionId;

    @JdbcTypeCode(SqlTypes.JSON)
    LawColumn provision;

    @JdbcTypeCode(SqlTypes.JSON)
    WeighingColumn weighing;

    @Column(name = "act_on")
    LocalDate actOn;

    String kind;

    @Column(name = "amount_minor")
    long amountMinor;

    String currency;
    String facts;

    @JdbcTypeCode(SqlTypes.JSON)
    HandsColumn hands;

    long version;
    String state;

    @Column(name = "state_at")
    Instant stateAt;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "noticed_at")
    Instant noticedAt;

    @Column(name = "defence_until")
    Instant defenceUntil;

    @Column(name = "defence_statement")
    String defenceStatement;

    String outcome;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_minor")
    Long decidedMinor;

    @Column(name = "pay_until")
    LocalDate payUntil;

    @Column(name = "paid_on")
    LocalDate paidOn;

    @JdbcTypeCode(SqlTypes.JSON)
    ReasonsColumn reasons;

    @JdbcTypeCode(SqlTypes.JSON)
    DossierColumn dossier;

    /** Why it was decided so. An object, because Hibernate Reactive stores no JSON array at the top. */
    record ReasonsColumn(List<StepView> steps) {}

    /** The officers, as their tokens name them. */
    record HandsColumn(List<String> proposers, List<String> reviewers, List<String> chairs, List<String> recused) {

        static HandsColumn of(Hands hands) {
            return new HandsColumn(
                    values(hands.proposers()),
                    values(hands.reviewers()),
                    values(hands.chairs()),
                    values(hands.recused()));
        }

        Hands toDomain() {
            return new Hands(officers(proposers), officers(reviewers), officers(chairs), officers(recused));
        }

        private static List<String> values(Set<OfficerId> officers) {
            return officers.stream().map(OfficerId::value).sorted().toList();
        }

        private static Set<OfficerId> officers(List<String> values) {
            return values.stream().map(OfficerId::new).collect(Collectors.toSet());
        }
    }

    static ProceedingRow of(PenaltyProceeding proceeding) {
        ProceedingRow row = new ProceedingRow();
        row.id = proceeding.id().value();
        row.orderId = proceeding.order().value();
        row.authority = proceeding.subject().authority();
        row.caseId = proceeding.subject().caseId();
        row.operatorId = proceeding.subject().operatorId();
        row.show(proceeding);
        return row;
    }

    void show(PenaltyProceeding proceeding) {
        Proposal proposal = proceeding.proposal();
        provisionId = proposal.provision().id();
        provision = LawColumn.of(proposal.provision());
        weighing = WeighingColumn.of(proposal);
        actOn = proposal.actOn();
        kind = proposal.kind().code();
        amountMinor = proposal.amount().minor();
        currency = proposal.amount().currency().getCurrencyCode();
        facts = proposal.facts();
        hands = HandsColumn.of(proceeding.hands());
        dossier = DossierColumn.of(proceeding.dossier());
        version = proceeding.version();
        show(proceeding.state());
    }

    private void show(ProceedingState now) {
        if (now instanceof Proposed proposed) {
            stand("proposed", proposed.at());
            proposedAt = proposed.at();
        } else if (now instanceof Returned returned) {
            stand("returned", returned.at());
        } else if (now instanceof Approved approved) {
            stand("approved", approved.at());
        } else if (now instanceof Noticed noticed) {
            stand("noticed", noticed.at());
            noticedAt = noticed.at();
            defenceUntil = noticed.defenceUntil();
        } else if (now instanceof Defended defended) {
            stand("defended", defended.at());
            defenceStatement = defended.statement();
        } else if (now instanceof Waived waived) {
            stand("waived", waived.at());
        } else if (now instanceof Decided decided) {
            stand("decided", decided.at());
            decidedAt = decided.at();
            show(decided.decision());
        } else if (now instanceof Served served) {
            stand("served", served.at());
            show(served.decision());
        } else if (now instanceof HearingRequested requested) {
            stand("hearing-requested", requested.at());
        } else if (now instanceof HearingCalled called) {
            stand("hearing-called", called.at());
        } else if (now instanceof HearingHeld held) {
            stand("hearing-held", held.at());
        } else if (now instanceof Revoked revoked) {
            stand("revoked", revoked.at());
        } else if (now instanceof Transferred transferred) {
            stand("transferred", transferred.at());
        } else if (now instanceof Paid paid) {
            stand("paid", paid.at());
            paidOn = paid.paidOn();
        } else if (now instanceof Closed closed) {
            stand("closed", closed.at());
        } else if (now instanceof Withdrawn withdrawn) {
            stand("withdrawn", withdrawn.at());
        }
    }

    private void show(Decision decision) {
        outcome = decision.outcome().code();
        decidedMinor = decision.amount().minor();
        payUntil = decision.payUntil().orElse(null);
        reasons = new ReasonsColumn(StepView.of(decision.explanation()));
    }

    private void stand(String in, Instant since) {
        state = in;
        stateAt = since;
    }

    PenaltyProceeding toDomain() {
        return new PenaltyProceeding(
                new ProceedingId(id),
                new OrderId(orderId),
                subject(),
                proposal(),
                hands.toDomain(),
                dossier.toDomain(),
                version,
                state());
    }

    private Proposal proposal() {
        return new Proposal(
                provision.toDomain(),
                weighing.others(),
                actOn,
                PenaltyKind.of(kind).orElseThrow(),
                Money.of(amountMinor, currency),
                facts,
                weighing.facts(),
                weighing.explanation());
    }

    CaseSubject subject() {
        return new CaseSubject(caseId, operatorId, authority);
    }

    private ProceedingState state() {
        return switch (state) {
            case "proposed" -> new Proposed(stateAt);
            case "returned" -> new Returned(stateAt);
            case "approved" -> new Approved(stateAt);
            case "noticed" -> new Noticed(defenceUntil, stateAt);
            case "defended" -> new Defended(defenceStatement, defenceUntil, stateAt);
            case "waived" -> new Waived(stateAt);
            case "decided" -> new Decided(decision(), stateAt);
            case "hearing-requested" -> new HearingRequested(stateAt);
            case "hearing-called" -> hearingCalled();
            case "hearing-held" -> new HearingHeld(stateAt);
            case "served" -> new Served(decision(), stateAt);
            case "revoked" -> new Revoked(Outcome.of(outcome).orElseThrow(), stateAt);
            case "transferred" -> new Transferred(stateAt);
            case "paid" -> new Paid(decision(), paidOn, stateAt);
            case "closed" -> new Closed(Outcome.of(outcome).orElseThrow(), stateAt);
            case "withdrawn" -> new Withdrawn(stateAt);
            default -> throw new IllegalStateException("Unknown state of a proceeding: " + state);
        };
    }

    private HearingCalled hearingCalled() {
        Sheet.HearingCalled called =
                dossier.toDomain().last(Sheet.HearingCalled.class).orElseThrow();
        return new HearingCalled(called.chair(), called.heldOn(), stateAt);
    }

    private Decision decision() {
        return new Decision(
                Outcome.of(outcome).orElseThrow(),
                Money.of(decidedMinor, currency),
                Optional.ofNullable(payUntil),
                reasons.steps().stream().map(StepView::toDomain).toList());
    }
}

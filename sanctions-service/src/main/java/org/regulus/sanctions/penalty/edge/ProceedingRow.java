package org.regulus.sanctions.penalty.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.assessment.edge.StepView;
import org.regulus.sanctions.penalty.Execution;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.rectification.OrderId;

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

    @JdbcTypeCode(SqlTypes.JSON)
    PenaltyColumn.Set penalties;

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

    /** What the decision imposes; null before. */
    @JdbcTypeCode(SqlTypes.JSON)
    PenaltyColumn.Set imposed;

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

    static ProceedingRow of(PenaltyProceeding proceeding) {
        ProceedingRow row = new ProceedingRow();
        row.id = proceeding.id().value();
        row.orderId = proceeding.order().value();
        row.caseId = proceeding.subject().caseId();
        row.operatorId = proceeding.subject().operatorId();
        row.show(proceeding);
        return row;
    }

    void show(PenaltyProceeding proceeding) {
        authority = proceeding.subject().authority();
        Proposal proposal = proceeding.proposal();
        provisionId = proposal.provision().id();
        provision = LawColumn.of(proposal.provision());
        weighing = WeighingColumn.of(proposal);
        actOn = proposal.actOn();
        kind = proposal.kind().code();
        amountMinor = proposal.amount().minor();
        currency = proposal.penalties().currency().getCurrencyCode();
        penalties = PenaltyColumn.Set.of(proposal.penalties());
        facts = proposal.facts();
        hands = HandsColumn.of(proceeding.hands());
        dossier = DossierColumn.of(proceeding.dossier());
        version = proceeding.version();
        ProceedingStates.show(proceeding.state(), this);
        paidOn = proceeding
                .decision()
                .flatMap(decision -> new Execution(proceeding.dossier(), decision).paidOn())
                .orElse(paidOn);
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
                ProceedingStates.read(this));
    }

    private Proposal proposal() {
        return new Proposal(
                new Proposal.Laws(provision.toDomain(), weighing.others(), weighing.lawOfPerson()),
                actOn,
                penalties.toDomain(Currency.getInstance(currency)),
                facts,
                weighing.facts(),
                weighing.explanation());
    }

    CaseSubject subject() {
        return new CaseSubject(caseId, operatorId, authority);
    }
}

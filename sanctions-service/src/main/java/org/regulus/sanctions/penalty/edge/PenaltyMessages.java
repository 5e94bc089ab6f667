package org.regulus.sanctions.penalty.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.penalty.PenaltyEvent;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyClosed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDecided;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyDefended;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyNoticed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyPaid;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyProposed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyReviewed;
import org.regulus.sanctions.penalty.PenaltyEvent.PenaltyWithdrawn;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;

/** From a change to its wire message: the only place that names the wire fields of proceedings. */
final class PenaltyMessages {

    private static final String PREFIX = "regulus.sanctions.penalty-";

    private PenaltyMessages() {}

    record Proposed(
            UUID caseId,
            UUID proceedingId,
            UUID orderId,
            UUID operatorId,
            String authority,
            String provision,
            Instant proposedAt) {}

    record Reviewed(
            UUID caseId, UUID proceedingId, UUID operatorId, String authority, String outcome, Instant reviewedAt) {}

    record Noticed(
            UUID caseId,
            UUID proceedingId,
            UUID operatorId,
            String authority,
            Instant defenceUntil,
            Instant noticedAt) {}

    record Defended(
            UUID caseId, UUID proceedingId, UUID operatorId, String authority, boolean waived, Instant defendedAt) {}

    record Decided(
            UUID caseId,
            UUID proceedingId,
            UUID operatorId,
            String authority,
            String outcome,
            long amountMinor,
            String currency,
            LocalDate payUntil,
            List<Imposed> penalties,
            Instant decidedAt) {}

    /** One of the penalties, in order of their numbers: never on which person, or of which thing. */
    record Imposed(String kind, boolean onPerson, Long amountMinor, Integer days) {
        static Imposed of(Penalty penalty) {
            return new Imposed(
                    penalty.kind().code(),
                    penalty.person().isPresent(),
                    penalty.sum().map(Money::minor).orElse(null),
                    penalty.days().orElse(null));
        }
    }

    record Paid(
            UUID caseId,
            UUID proceedingId,
            UUID operatorId,
            String authority,
            long amountMinor,
            String currency,
            Instant paidAt) {}

    record Closed(
            UUID caseId, UUID proceedingId, UUID operatorId, String authority, String outcome, Instant closedAt) {}

    record Withdrawn(UUID caseId, UUID proceedingId, UUID operatorId, String authority, Instant withdrawnAt) {}

    static OutboxMessage of(Change<? extends PenaltyEvent> change) {
        PenaltyProceeding about = change.proceeding();
        PenaltyEvent event = change.event();
        UUID caseId = about.subject().caseId();
        UUID id = about.id().value();
        UUID operator = about.subject().operatorId();
        String authority = about.subject().authority();
        if (event instanceof PenaltyProposed) {
            String provision = about.proposal().provision().id();
            UUID order = about.order().value();
            return message(
                    change, "proposed", new Proposed(caseId, id, order, operator, authority, provision, event.at()));
        }
        if (event instanceof PenaltyReviewed reviewed) {
            String outcome = reviewed.approved() ? "approved" : "returned";
            return message(change, "reviewed", new Reviewed(caseId, id, operator, authority, outcome, event.at()));
        }
        if (event instanceof PenaltyNoticed noticed) {
            return message(
                    change,
                    "noticed",
                    new Noticed(caseId, id, operator, authority, noticed.defenceUntil(), event.at()));
        }
        if (event instanceof PenaltyDefended defended) {
            return message(
                    change, "defended", new Defended(caseId, id, operator, authority, defended.waived(), event.at()));
        }
        if (event instanceof PenaltyDecided decided) {
            var what = decided.decision();
            return message(
                    change,
                    "decided",
                    new Decided(
                            caseId,
                            id,
                            operator,
                            authority,
                            what.outcome().code(),
                            what.amount().minor(),
                            what.amount().currency().getCurrencyCode(),
                            what.payUntil().orElse(null),
                            what.penalties().all().stream().map(Imposed::of).toList(),
                            event.at()));
        }
        if (event instanceof PenaltyPaid paid) {
            var amount = paid.decision().amount();
            String currency = amount.currency().getCurrencyCode();
            return message(
                    change, "paid", new Paid(caseId, id, operator, authority, amount.minor(), currency, event.at()));
        }
        if (event instanceof PenaltyClosed closed) {
            String outcome = closed.outcome().code();
            return message(change, "closed", new Closed(caseId, id, operator, authority, outcome, event.at()));
        }
        if (event instanceof SheetFiled<?> filed) {
            return SheetMessages.of(about, filed);
        }
        if (event instanceof PenaltyWithdrawn) {
            return message(change, "withdrawn", new Withdrawn(caseId, id, operator, authority, event.at()));
        }
        throw new IllegalStateException("No message for " + event);
    }

    private static OutboxMessage message(Change<? extends PenaltyEvent> change, String participle, Object data) {
        PenaltyProceeding about = change.proceeding();
        return new OutboxMessage(
                PREFIX + participle + ".v1",
                about.subject().caseId(),
                new AggregateVersion("penalty-proceeding", about.id().value(), about.version()),
                about.subject().authority(),
                change.event().at(),
                data);
    }
}

package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.assessment.edge.StepView;

/**
 * A proceeding as the API shows it.
 *
 * @param hands who proposed, reviewed and decided it: for officers only
 * @param owed what is to be paid today, while a fine is open
 * @param defenceUntil the first instant after the time to answer
 */
record ProceedingView(
        UUID id,
        UUID caseId,
        UUID orderId,
        UUID operatorId,
        String authority,
        String state,
        Instant stateAt,
        String provision,
        LocalDate actOn,
        String kind,
        long amountMinor,
        String currency,
        List<PenaltyView> penalties,
        String facts,
        WeighingView weighing,
        @JsonInclude(JsonInclude.Include.NON_NULL) HandsView hands,
        Instant proposedAt,
        Instant noticedAt,
        Instant defenceUntil,
        String defenceStatement,
        DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) OwedView owed,
        LocalDate paidOn,
        List<DossierColumn.SheetColumn> dossier,
        long version) {

    /** The officers, as their tokens name them. */
    record HandsView(
            List<String> proposers,
            List<String> reviewers,
            List<String> chairs,
            List<String> recused,
            String decidedBy) {}

    /** What was decided; null before. */
    record DecisionView(
            String outcome,
            long amountMinor,
            String currency,
            LocalDate payUntil,
            List<PenaltyView> penalties,
            Instant decidedAt,
            List<StepView> explanation) {

        static DecisionView of(ProceedingRow row, List<PenaltyView> imposed) {
            return new DecisionView(
                    row.outcome,
                    row.decidedMinor,
                    row.currency,
                    row.payUntil,
                    imposed,
                    row.decidedAt,
                    row.reasons.steps());
        }
    }

    /** What the day makes of it. */
    record Today(List<PenaltyView> proposed, List<PenaltyView> imposed, OwedView owed) {}

    /** What makes it graver or lighter, which other provisions the act breached, and why this one is proposed. */
    record WeighingView(
            boolean refused,
            String consequence,
            List<String> circumstances,
            Long turnoverMinor,
            List<String> alsoUnder,
            List<StepView> explanation) {

        static WeighingView of(WeighingColumn weighing) {
            return new WeighingView(
                    weighing.refused(),
                    weighing.consequence(),
                    weighing.circumstances(),
                    weighing.turnoverMinor(),
                    weighing.alsoUnder().stream().map(LawColumn::id).toList(),
                    weighing.steps());
        }
    }

    static ProceedingView of(ProceedingRow row, Today today, boolean forOperator) {
        return new ProceedingView(
                row.id,
                row.caseId,
                row.orderId,
                row.operatorId,
                row.authority,
                row.state,
                row.stateAt,
                row.provisionId,
                row.actOn,
                row.kind,
                row.amountMinor,
                row.currency,
                today.proposed(),
                row.facts,
                WeighingView.of(row.weighing),
                forOperator
                        ? null
                        : new HandsView(
                                row.hands.proposers(),
                                row.hands.reviewers(),
                                row.hands.chairs(),
                                row.hands.recused(),
                                row.decidedBy),
                row.proposedAt,
                row.noticedAt,
                row.defenceUntil,
                row.defenceStatement,
                row.outcome == null ? null : DecisionView.of(row, today.imposed()),
                today.owed(),
                row.paidOn,
                (forOperator ? row.dossier.forOperator() : row.dossier).entries(),
                row.version);
    }

    RestResponse<ProceedingView> created() {
        return RestResponse.ResponseBuilder.<ProceedingView>created(URI.create("/proceedings/" + id))
                .entity(this)
                .header("ETag", ETags.of(version))
                .build();
    }

    RestResponse<ProceedingView> ok() {
        return RestResponse.ResponseBuilder.ok(this)
                .header("ETag", ETags.of(version))
                .build();
    }
}

package org.regulus.sanctions.penalty.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.ChallengeMoves;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.EnforcementMoves;
import org.regulus.sanctions.penalty.Judgment;
import org.regulus.sanctions.penalty.MeasureMoves;
import org.regulus.sanctions.penalty.PaymentMoves;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.RecordMoves;
import org.regulus.sanctions.penalty.ServiceMoves;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.edge.SheetCommands.Step;

/** What the steps after the decision take; each knows which move of the front room it asks for. */
final class AfterRequests {

    private static final int TEXT_MAX = 10_000;
    private static final int PARTS_MAX = 36;
    private static final String WHOSE =
            "The number of what hits the person that challenges; the operator does when absent";
    private static final String ON_WHOM =
            "The number of what hits the person that it was served on; the operator when absent";
    static final String METHOD = "in-person|left-with-witness|mail|electronic|public-notice";

    private AfterRequests() {}

    /** Served, or an attempt that failed, with its reason. */
    record Service(
            @NotNull @Pattern(regexp = METHOD) String method,
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "served|failed") String outcome,
            Boolean consent,
            @Size(max = TEXT_MAX) String reason,
            @Positive @Schema(description = ON_WHOM) Integer penalty)
            implements Step {

        @AssertTrue(message = "an attempt that failed has a reason")
        @Schema(hidden = true)
        boolean isReasoned() {
            return !failed() || reason != null && !reason.isBlank();
        }

        private boolean failed() {
            return "failed".equals(outcome);
        }

        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            var by = Codes.read(Sheet.ServiceMethod.class, method);
            Optional<Integer> whom = Optional.ofNullable(penalty);
            return failed()
                    ? ServiceMoves.fail(it, whom, by, on, reason, court)
                    : ServiceMoves.serve(it, whom, by, on, Boolean.TRUE.equals(consent), court);
        }
    }

    /** @param penalty here and below: the number of a penalty; the operator's own fine when absent */
    record InstalmentRequest(@NotBlank @Size(max = TEXT_MAX) String reason, @Positive Integer penalty) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return PaymentMoves.requestInstalments(it, Optional.ofNullable(penalty), reason, court);
        }
    }

    record Part(@NotNull @Positive Long amountMinor, @NotNull LocalDate dueOn) {}

    record Instalments(@NotEmpty @Size(max = PARTS_MAX) List<@Valid @NotNull Part> parts, @Positive Integer penalty)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return PaymentMoves.grantInstalments(
                    it,
                    Optional.ofNullable(penalty),
                    parts.stream()
                            .map(part -> new Sheet.Part(new Money(part.amountMinor(), it.currency()), part.dueOn()))
                            .toList(),
                    court);
        }
    }

    /** A penalty took effect, or its term is over. */
    record CarryingOut(@NotNull @Positive Integer penalty, @NotNull LocalDate on) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return MeasureMoves.carryOut(it, penalty, on, court);
        }
    }

    record TermEnd(@NotNull @Positive Integer penalty, @NotNull LocalDate on) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return MeasureMoves.end(it, penalty, on, court);
        }
    }

    record Challenge(
            @NotNull @Pattern(regexp = "reconsideration|litigation") String kind,
            @NotNull LocalDate filedOn,
            @Positive @Schema(description = WHOSE) Integer penalty)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ChallengeMoves.challenge(
                    it, Codes.read(Sheet.Challenge.class, kind), Optional.ofNullable(penalty), filedOn, court);
        }

        Step inPerson() {
            return (it, court) -> ChallengeMoves.challengeInPerson(
                    it, Codes.read(Sheet.Challenge.class, kind), Optional.ofNullable(penalty), filedOn, court);
        }
    }

    record Resolution(
            @NotNull @Pattern(regexp = "upheld|changed|revoked") String outcome,
            @NotNull LocalDate resolvedOn,
            @Positive @Schema(description = "What is left of the fine of whoever challenged") Long amountMinor,
            @Positive @Schema(description = WHOSE) Integer penalty,
            @Size(max = FurtherPenalty.PENALTIES_MAX) @Schema(description = "What else was changed")
                    List<@Valid @NotNull ChangedPenalty> penalties)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ChallengeMoves.resolve(
                    it,
                    new Judgment(
                            Codes.read(Sheet.Resolution.class, outcome),
                            Optional.ofNullable(penalty),
                            Optional.ofNullable(amountMinor).map(minor -> new Money(minor, it.currency())),
                            ChangedPenalty.all(penalties, it.currency())),
                    resolvedOn,
                    court);
        }
    }

    record Demand(@Positive Integer penalty) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return EnforcementMoves.demand(it, Optional.ofNullable(penalty), court);
        }
    }

    record EnforcementRequest(@Positive Integer penalty) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return EnforcementMoves.requestEnforcement(it, Optional.ofNullable(penalty), court);
        }
    }

    record Correction(@NotBlank @Size(max = TEXT_MAX) String text) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return RecordMoves.correct(it, text, court);
        }
    }

    record Revocation(@NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return RecordMoves.revoke(it, reason, court);
        }
    }

    record Publication() implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return RecordMoves.publish(it, court);
        }
    }

    record PublicationEnd(@NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return RecordMoves.takeDown(it, reason, court);
        }
    }
}

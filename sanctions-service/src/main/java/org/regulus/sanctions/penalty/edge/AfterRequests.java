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
import org.regulus.sanctions.penalty.ExecutionMoves;
import org.regulus.sanctions.penalty.MeasureMoves;
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
    private static final String METHOD = "in-person|left-with-witness|mail|electronic|public-notice";

    private AfterRequests() {}

    /** Served, or an attempt that failed, with its reason. */
    record Service(
            @NotNull @Pattern(regexp = METHOD) String method,
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "served|failed") String outcome,
            Boolean consent,
            @Size(max = TEXT_MAX) String reason)
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
            return failed()
                    ? ServiceMoves.fail(it, by, on, reason, court)
                    : ServiceMoves.serve(it, by, on, Boolean.TRUE.equals(consent), court);
        }
    }

    record InstalmentRequest(@NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ExecutionMoves.requestInstalments(it, reason, court);
        }
    }

    record Part(@NotNull @Positive Long amountMinor, @NotNull LocalDate dueOn) {}

    record Instalments(@NotEmpty @Size(max = PARTS_MAX) List<@Valid @NotNull Part> parts) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ExecutionMoves.grantInstalments(
                    it,
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

    record Challenge(@NotNull @Pattern(regexp = "reconsideration|litigation") String kind, @NotNull LocalDate filedOn)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ChallengeMoves.challenge(it, Codes.read(Sheet.Challenge.class, kind), filedOn, court);
        }
    }

    record Resolution(
            @NotNull @Pattern(regexp = "upheld|changed|revoked") String outcome,
            @NotNull LocalDate resolvedOn,
            @Positive Long amountMinor)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ChallengeMoves.resolve(
                    it,
                    Codes.read(Sheet.Resolution.class, outcome),
                    resolvedOn,
                    Optional.ofNullable(amountMinor).map(minor -> new Money(minor, it.currency())),
                    court);
        }
    }

    record Demand() implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ExecutionMoves.demand(it, court);
        }
    }

    record EnforcementRequest() implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return ExecutionMoves.requestEnforcement(it, court);
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

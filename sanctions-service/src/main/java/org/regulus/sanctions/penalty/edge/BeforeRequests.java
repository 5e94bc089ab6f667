package org.regulus.sanctions.penalty.edge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.penalty.Change;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.DeliberationMoves;
import org.regulus.sanctions.penalty.HearingMoves;
import org.regulus.sanctions.penalty.InvestigationMoves;
import org.regulus.sanctions.penalty.PaperMoves;
import org.regulus.sanctions.penalty.PenaltyEvent.SheetFiled;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.penalty.edge.SheetCommands.Step;

/** What the steps before the decision take; each knows which move of the front room it asks for. */
final class BeforeRequests {

    private static final int TEXT_MAX = 10_000;
    private static final int ID_MAX = 200;

    private BeforeRequests() {}

    record InvestigationReport(@NotBlank @Size(max = TEXT_MAX) String report) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return InvestigationMoves.close(it, report, court);
        }
    }

    record HearingRequest() implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return HearingMoves.request(it, court);
        }
    }

    /** Handed over against receipt. */
    record PaperService(
            @NotNull @Pattern(regexp = "notice|hearing-notice|demand") String document,
            @NotNull @Pattern(regexp = AfterRequests.METHOD) String method,
            @NotNull LocalDate on,
            Boolean consent,
            @Positive @Schema(description = "Of a demand: what it demands; the operator's own fine when absent")
                    Integer penalty)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return PaperMoves.serve(
                    it,
                    new PaperMoves.Copy(Codes.read(Sheet.Paper.class, document), Optional.ofNullable(penalty)),
                    Codes.read(Sheet.ServiceMethod.class, method),
                    on,
                    Boolean.TRUE.equals(consent),
                    court);
        }
    }

    record HearingCall(@NotBlank @Size(max = ID_MAX) String chair, @NotNull LocalDate heldOn) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return HearingMoves.call(it, new OfficerId(chair), heldOn, court);
        }
    }

    record Minutes(@NotNull Boolean attended, @NotBlank @Size(max = TEXT_MAX) String minutes) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return HearingMoves.hold(it, attended, minutes, court);
        }
    }

    record Voice(@NotNull Boolean inFavour, @NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return DeliberationMoves.vote(it, inFavour, reason, court);
        }
    }

    record Extension(@NotNull LocalDate until, @NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return DeliberationMoves.extend(it, until, reason, court);
        }
    }

    record Recusal(@NotBlank @Size(max = ID_MAX) String officer, @NotBlank @Size(max = TEXT_MAX) String reason)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return DeliberationMoves.recuse(it, new OfficerId(officer), reason, court);
        }
    }

    record Transfer(@NotBlank @Size(max = ID_MAX) String to, @NotBlank @Size(max = TEXT_MAX) String reason)
            implements Step {
        @Override
        public Change<? extends SheetFiled<?>> take(PenaltyProceeding it, Court court) {
            return DeliberationMoves.transfer(it, to, reason, court);
        }
    }
}

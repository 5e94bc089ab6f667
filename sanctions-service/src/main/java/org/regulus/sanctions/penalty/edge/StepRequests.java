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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Sheet;

/** What the steps beside the main way take. */
final class StepRequests {

    private static final int TEXT_MAX = 10_000;
    private static final int ID_MAX = 200;
    private static final int PARTS_MAX = 36;
    private static final String METHOD = "in-person|left-with-witness|mail|electronic|public-notice";

    private StepRequests() {}

    record Nothing() {}

    record Reasoned(@NotBlank @Size(max = TEXT_MAX) String reason) {}

    record HearingCall(@NotBlank @Size(max = ID_MAX) String chair, @NotNull LocalDate heldOn) {}

    record Minutes(@NotNull Boolean attended, @NotBlank @Size(max = TEXT_MAX) String minutes) {}

    record Voice(@NotNull Boolean inFavour, @NotBlank @Size(max = TEXT_MAX) String reason) {}

    record Extension(@NotNull LocalDate until, @NotBlank @Size(max = TEXT_MAX) String reason) {}

    record Recusal(@NotBlank @Size(max = ID_MAX) String officer, @NotBlank @Size(max = TEXT_MAX) String reason) {}

    record Transfer(@NotBlank @Size(max = ID_MAX) String to, @NotBlank @Size(max = TEXT_MAX) String reason) {}

    /** Served, or an attempt that failed, with its reason. */
    record Service(
            @NotNull @Pattern(regexp = METHOD) String method,
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "served|failed") String outcome,
            Boolean consent,
            @Size(max = TEXT_MAX) String reason) {

        @AssertTrue(message = "an attempt that failed has a reason")
        @Schema(hidden = true)
        boolean isReasoned() {
            return !failed() || reason != null && !reason.isBlank();
        }

        boolean failed() {
            return "failed".equals(outcome);
        }

        Sheet.ServiceMethod by() {
            return Codes.read(Sheet.ServiceMethod.class, method);
        }
    }

    record Part(@NotNull @Positive Long amountMinor, @NotNull LocalDate dueOn) {}

    record Instalments(@NotEmpty @Size(max = PARTS_MAX) List<@Valid @NotNull Part> parts) {
        List<Sheet.Part> in(Currency currency) {
            return parts.stream()
                    .map(part -> new Sheet.Part(new Money(part.amountMinor(), currency), part.dueOn()))
                    .toList();
        }
    }

    record Challenge(@NotNull @Pattern(regexp = "reconsideration|litigation") String kind, @NotNull LocalDate filedOn) {
        Sheet.Challenge before() {
            return Codes.read(Sheet.Challenge.class, kind);
        }
    }

    record Resolution(
            @NotNull @Pattern(regexp = "upheld|changed|revoked") String outcome,
            @NotNull LocalDate resolvedOn,
            @Positive Long amountMinor) {
        Sheet.Resolution how() {
            return Codes.read(Sheet.Resolution.class, outcome);
        }

        Optional<Money> amount(Currency currency) {
            return Optional.ofNullable(amountMinor).map(minor -> new Money(minor, currency));
        }
    }

    record Text(@NotBlank @Size(max = TEXT_MAX) String text) {}
}

package org.regulus.sanctions.penalty.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.penalty.Outcome;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProposalTerms;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Precondition.Consequence;

/** What the proceedings' endpoints take. Amounts are whole minor units (fen). */
final class ProceedingRequests {

    static final int TEXT_MAX = 10_000;
    static final int PROVISIONS_MAX = 10;
    static final int CIRCUMSTANCES_MAX = 20;
    private static final String CONSEQUENCE = "none|harm|serious|particularly-serious";
    private static final String CURRENCY = "[A-Z]{3}";

    private ProceedingRequests() {}

    record NewProceeding(
            @NotNull UUID caseId,
            @NotNull UUID orderId,
            @NotBlank @Schema(examples = "CN-ORDER-11-22") String provision,
            @NotNull @Schema(description = "The day of the act: its law applies") LocalDate actOn,
            @NotNull @Pattern(regexp = FurtherPenalty.KINDS) String kind,
            @NotNull @PositiveOrZero @Schema(examples = "1000000") Long amountMinor,
            @NotNull @Pattern(regexp = CURRENCY) String currency,
            @NotBlank @Size(max = TEXT_MAX) String facts,
            @Size(max = PROVISIONS_MAX)
                    @Schema(description = "Other provisions that the same act breached: one fine, the higher")
                    List<@NotBlank String> alsoUnder,
            @Pattern(regexp = CONSEQUENCE) String consequence,
            @Size(max = CIRCUMSTANCES_MAX) List<@NotBlank String> circumstances,
            @PositiveOrZero @Schema(description = "Last year's turnover, where a ceiling depends on it")
                    Long turnoverMinor,
            @Positive @Max(FurtherPenalty.DAYS_MAX) @Schema(description = "The term, where the kind has one")
                    Integer days,
            @Size(min = 1, max = TEXT_MAX)
                    @Schema(
                            description =
                                    "What is confiscated, if it is no sum, or the grade that a licence goes down to")
                    String thing,
            @Size(max = FurtherPenalty.PENALTIES_MAX)
                    @Schema(description = "What is imposed beside it, also on the person directly responsible")
                    List<@Valid @NotNull FurtherPenalty> further,
            @Schema(description = "What threatens that person for the same breach", examples = "CN-CSL-2017-59-PERSON")
                    String personProvision,
            @Schema(description = "When the case was filed: from then on runs the time to decide; today when absent")
                    LocalDate filedOn) {

        NewProposal proposal() {
            return new NewProposal(
                    provision,
                    actOn,
                    kind,
                    amountMinor,
                    currency,
                    facts,
                    alsoUnder,
                    consequence,
                    circumstances,
                    turnoverMinor,
                    days,
                    thing,
                    further,
                    personProvision);
        }
    }

    record NewProposal(
            @NotBlank String provision,
            @NotNull LocalDate actOn,
            @NotNull @Pattern(regexp = FurtherPenalty.KINDS) String kind,
            @NotNull @PositiveOrZero Long amountMinor,
            @NotNull @Pattern(regexp = CURRENCY) String currency,
            @NotBlank @Size(max = TEXT_MAX) String facts,
            @Size(max = PROVISIONS_MAX)
                    @Schema(description = "Other provisions that the same act breached: one fine, the higher")
                    List<@NotBlank String> alsoUnder,
            @Pattern(regexp = CONSEQUENCE) String consequence,
            @Size(max = CIRCUMSTANCES_MAX) List<@NotBlank String> circumstances,
            @PositiveOrZero @Schema(description = "Last year's turnover, where a ceiling depends on it")
                    Long turnoverMinor,
            @Positive @Max(FurtherPenalty.DAYS_MAX) @Schema(description = "The term, where the kind has one")
                    Integer days,
            @Size(min = 1, max = TEXT_MAX)
                    @Schema(
                            description =
                                    "What is confiscated, if it is no sum, or the grade that a licence goes down to")
                    String thing,
            @Size(max = FurtherPenalty.PENALTIES_MAX)
                    @Schema(description = "What is imposed beside it, also on the person directly responsible")
                    List<@Valid @NotNull FurtherPenalty> further,
            @Schema(description = "What threatens that person for the same breach", examples = "CN-CSL-2017-59-PERSON")
                    String personProvision) {

        ProposalTerms terms() {
            Currency in = known(currency);
            return new ProposalTerms(
                    new ProposalTerms.Named(
                            provision, alsoUnder == null ? List.of() : alsoUnder, Optional.ofNullable(personProvision)),
                    actOn,
                    new Penalties(Optional.of(main(in)), FurtherPenalty.all(further, in), in),
                    facts,
                    weighing());
        }

        private Penalty main(Currency in) {
            PenaltyKind imposed = PenaltyKind.of(kind).orElseThrow();
            return days == null && thing == null
                    ? Penalty.of(imposed, new Money(amountMinor, in))
                    : new PenaltyColumn(kind, null, days, thing, null, null).toDomain(in);
        }

        private ProposalTerms.Weighing weighing() {
            return new ProposalTerms.Weighing(
                    consequence == null
                            ? Consequence.NONE
                            : Consequence.of(consequence).orElseThrow(),
                    circumstances == null ? Set.of() : new TreeSet<>(circumstances),
                    Optional.ofNullable(turnoverMinor).map(minor -> new Money(minor, known(currency))));
        }
    }

    record Review(@NotNull @Pattern(regexp = "approved|returned") String outcome) {
        boolean approved() {
            return outcome.equals("approved");
        }
    }

    record Notice() {}

    /** Either a statement, or the express waiver of the right to answer. */
    record Answer(@Size(max = TEXT_MAX) String statement, Boolean waived) {

        @AssertTrue(message = "give a statement, or waived: true")
        @Schema(hidden = true)
        boolean isClear() {
            return (statement != null && !statement.isBlank()) != Boolean.TRUE.equals(waived);
        }

        PenaltyProceeding.Defence defence() {
            return new PenaltyProceeding.Defence(Optional.ofNullable(statement).filter(said -> !said.isBlank()));
        }
    }

    record NewDecision(
            @NotNull @Pattern(regexp = "fine|warning|other-penalty|no-penalty") String outcome,
            @PositiveOrZero Long amountMinor,
            @Size(max = FurtherPenalty.PENALTIES_MAX) List<@Valid @NotNull FurtherPenalty> further) {

        @AssertTrue(message = "no-penalty imposes nothing further, and other-penalty does")
        @Schema(hidden = true)
        boolean isNamedRightly() {
            boolean more = further != null && !further.isEmpty();
            return "no-penalty".equals(outcome) ? !more : more || !"other-penalty".equals(outcome);
        }

        Penalties imposed(Currency currency) {
            return Penalties.decided(
                    Outcome.of(outcome).orElseThrow(),
                    new Money(amountMinor == null ? 0 : amountMinor, currency),
                    FurtherPenalty.all(further, currency));
        }
    }

    /** @param penalty the number of a fine; the operator's own when absent */
    record Payment(@NotNull @PositiveOrZero Long amountMinor, @NotNull LocalDate paidOn, @Positive Integer penalty) {}

    record Withdrawal(@NotBlank @Size(max = TEXT_MAX) String reason) {}

    private static Currency known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "proceeding.currency-unknown",
                        "ISO 4217 has no currency " + code,
                        List.of(new Refusal.Flaw(
                                "/currency", "proceeding.currency-unknown", "ISO 4217 has no currency " + code))));
    }
}

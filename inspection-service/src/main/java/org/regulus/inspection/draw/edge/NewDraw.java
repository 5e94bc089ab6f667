package org.regulus.inspection.draw.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.draw.FrameRules;
import org.regulus.inspection.draw.FrameRules.Trait;
import org.regulus.inspection.draw.FrameRules.Weight;
import org.regulus.inspection.draw.SeedRule;

/**
 * What a draw commits to. All of it is published.
 *
 * @param reason why the campaign is drawn again; needed for every draw but the first
 * @param frame which cases; absent: every case that filed
 * @param seed where the seed will come from; absent: dice
 */
record NewDraw(
        @NotNull UUID campaignId,
        @Positive int sampleSize,
        @NotBlank @Size(max = 500) @Pattern(regexp = NewDraw.PLAIN) String seedSource,
        @Size(max = 2000) @Pattern(regexp = NewDraw.PLAIN) String reason,
        @Valid FrameChoice frame,
        @Valid SeedChoice seed) {

    /** Published texts have no control characters but line ends, so that all JSON writers agree on them. */
    static final String PLAIN = "[\\P{Cc}\\n]*";

    enum StrataBy {
        @JsonProperty("province")
        PROVINCE(Trait.PROVINCE),
        @JsonProperty("licence-class")
        LICENCE_CLASS(Trait.LICENCE_CLASS),
        @JsonProperty("kind")
        KIND(Trait.KIND);

        private final Trait trait;

        StrataBy(Trait trait) {
            this.trait = trait;
        }
    }

    enum WeightBy {
        @JsonProperty("none")
        NONE(Weight.NONE),
        @JsonProperty("risk-score")
        RISK_SCORE(Weight.RISK_SCORE);

        private final Weight weight;

        WeightBy(Weight weight) {
            this.weight = weight;
        }
    }

    record FrameChoice(
            @Size(max = 40) Set<@NotNull @Pattern(regexp = "[0-9]{2}") String> provinces,
            @Size(max = 40) Set<@NotBlank @Size(max = 20) String> licenceClasses,
            @Size(max = 40) Set<@NotBlank @Size(max = 60) String> kinds,
            @Min(0) @Max(100) Integer riskScoreMin,
            @Min(1) @Max(120) Integer noRepeatMonths,
            @Min(1) @Max(1000) Integer yearlyCap,
            @Size(max = 3) List<@NotNull StrataBy> strataBy,
            WeightBy weightBy) {

        FrameRules rules() {
            return new FrameRules(
                    orNone(provinces),
                    orNone(licenceClasses),
                    orNone(kinds),
                    riskScoreMin,
                    noRepeatMonths,
                    yearlyCap,
                    strataBy == null
                            ? List.of()
                            : strataBy.stream().distinct().map(by -> by.trait).toList(),
                    weightBy == null ? Weight.NONE : weightBy.weight);
        }

        private static Set<String> orNone(Set<String> given) {
            return given == null ? Set.of() : given;
        }
    }

    record Party(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,60}") String name,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String commitment) {}

    /**
     * @param kind dice, commit-reveal (parties, revealBy) or beacon (chain, round)
     */
    record SeedChoice(
            @NotNull @Pattern(regexp = "dice|commit-reveal|beacon") String kind,
            @Size(max = 10) List<@NotNull @Valid Party> parties,
            Instant revealBy,
            @Pattern(regexp = "quicknet|default") String chain,
            @Positive @Max(1_000_000_000_000L) Long round) {}

    FrameRules rules() {
        return frame == null ? FrameRules.EVERY_CASE : frame.rules();
    }

    /** @throws Refusal INVALID {@code draw.seed-rule} when the kind of seed needs more than is given */
    SeedRule rule(Instant now) {
        String kind = seed == null ? "dice" : seed.kind();
        return switch (kind) {
            case "commit-reveal" -> {
                required(seed.parties() != null && seed.revealBy() != null, "parties and revealBy");
                yield new SeedRule.CommitReveal(
                                seedSource,
                                seed.parties().stream()
                                        .map(party -> new SeedRule.CommitReveal.Party(party.name(), party.commitment()))
                                        .toList(),
                                seed.revealBy())
                        .named(now);
            }
            case "beacon" -> {
                required(seed.chain() != null && seed.round() != null, "chain and round");
                yield new SeedRule.Beacon(seedSource, SeedRule.Beacon.Chain.of(seed.chain()), seed.round()).named(now);
            }
            default -> new SeedRule.Dice(seedSource);
        };
    }

    private void required(boolean given, String what) {
        if (!given) {
            throw Refusal.invalid("draw.seed-rule", "A seed by %s needs %s".formatted(seed.kind(), what));
        }
    }
}

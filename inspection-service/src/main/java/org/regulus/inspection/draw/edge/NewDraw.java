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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.regulus.inspection.draw.Dice;
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
        KIND(Trait.KIND),
        @JsonProperty("credit-class")
        CREDIT_CLASS(Trait.CREDIT_CLASS);

        private final Trait trait;

        StrataBy(Trait trait) {
            this.trait = trait;
        }
    }

    enum WeightBy {
        @JsonProperty("none")
        NONE(Weight.NONE),
        @JsonProperty("risk-score")
        RISK_SCORE(Weight.RISK_SCORE),
        @JsonProperty("credit-class")
        CREDIT_CLASS(Weight.CREDIT_CLASS);

        private final Weight weight;

        WeightBy(Weight weight) {
            this.weight = weight;
        }
    }

    /** @param creditRatios when weighted by credit class: the weight of A, B, C, D and none, who has no class */
    record FrameChoice(
            @Size(max = 40) Set<@NotNull @Pattern(regexp = "[0-9]{2}") String> provinces,
            @Size(max = 40) Set<@NotBlank @Size(max = 20) String> licenceClasses,
            @Size(max = 40) Set<@NotBlank @Size(max = 60) String> kinds,
            @Min(0) @Max(100) Integer riskScoreMin,
            @Min(1) @Max(120) Integer noRepeatMonths,
            @Min(1) @Max(1000) Integer yearlyCap,
            @Size(max = 4) List<@NotNull StrataBy> strataBy,
            WeightBy weightBy,
            @Size(max = 5)
                    Map<@NotNull @Pattern(regexp = "[A-D]|none") String, @NotNull @Min(1) @Max(1000) Integer>
                            creditRatios) {

        /** @throws org.regulus.common.problem.Refusal INVALID {@code draw.credit-ratios} */
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
                    weightBy == null ? Weight.NONE : weightBy.weight,
                    creditRatios == null ? Map.of() : creditRatios);
        }

        private static Set<String> orNone(Set<String> given) {
            return given == null ? Set.of() : given;
        }
    }

    FrameRules rules() {
        return frame == null ? FrameRules.EVERY_CASE : frame.rules();
    }

    /** @throws org.regulus.common.problem.Refusal INVALID {@code draw.seed-rule} when the kind of seed needs more than is given */
    SeedRule rule(Instant now) {
        return seed == null ? new Dice(seedSource) : seed.rule(seedSource, now);
    }
}

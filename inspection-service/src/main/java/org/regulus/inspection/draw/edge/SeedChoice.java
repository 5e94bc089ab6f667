package org.regulus.inspection.draw.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Zones.ThisCentury;
import org.regulus.inspection.draw.Beacon;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Dice;
import org.regulus.inspection.draw.SeedRule;

/**
 * Where a seed will come from.
 *
 * @param kind dice, commit-reveal (parties, revealBy) or beacon (chain, round)
 */
public record SeedChoice(
        @NotNull @Pattern(regexp = "dice|commit-reveal|beacon") String kind,
        @Size(max = 10) List<@NotNull @Valid Party> parties,
        @ThisCentury Instant revealBy,
        @Pattern(regexp = "quicknet|default") String chain,
        @Positive @Max(1_000_000_000_000L) Long round) {

    public record Party(
            @NotNull @Pattern(regexp = "[a-z0-9-]{2,60}") String name,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String commitment) {}

    /** @throws Refusal INVALID {@code draw.seed-rule} when the kind of seed needs more than is given */
    public SeedRule rule(String source, Instant now) {
        return switch (kind) {
            case "commit-reveal" -> {
                required(parties != null && revealBy != null, "parties and revealBy");
                yield new CommitReveal(
                                source,
                                parties.stream()
                                        .map(party -> new CommitReveal.Party(party.name(), party.commitment()))
                                        .toList(),
                                revealBy)
                        .named(now);
            }
            case "beacon" -> {
                required(chain != null && round != null, "chain and round");
                yield new Beacon(source, Beacon.Chain.of(chain), round).named(now);
            }
            default -> new Dice(source);
        };
    }

    private void required(boolean given, String what) {
        if (!given) {
            throw Refusal.invalid("draw.seed-rule", "A seed by %s needs %s".formatted(kind, what));
        }
    }
}

package org.regulus.inspection.draw.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.regulus.inspection.draw.SeedRule;

/**
 * The outcome of what was named as the seed's source.
 *
 * @param seed the digits of the dice
 * @param signature the beacon's round, in hex
 * @param reveals the parties' shares
 * @param dice for parties that did not reveal theirs in time
 */
public record NewSeed(
        @Size(max = 200) String seed,
        @Size(max = 200) String signature,
        @Size(max = 10) List<@NotNull @Valid Reveal> reveals,
        @Size(max = 200) String dice) {

    public record Reveal(
            @NotNull @Size(max = 60) String party,
            @NotNull @Size(max = 64) String nonce,
            @NotNull @Size(max = 200) String share) {}

    public SeedRule.Given given() {
        List<SeedRule.Reveal> shares = reveals == null
                ? List.of()
                : reveals.stream()
                        .map(one -> new SeedRule.Reveal(one.party(), one.nonce(), one.share()))
                        .toList();
        return new SeedRule.Given(seed, signature, shares, dice);
    }
}

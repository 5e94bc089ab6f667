package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/**
 * Several parties, each of which committed to a share by SHA-256 of nonce and share. The seed is SHA-256 over the shares in the order of
 * the parties, each followed by a line feed. For a party that has not revealed its share by {@code revealBy}, dice thrown in public stand.
 */
public record CommitReveal(String source, List<Party> parties, Instant revealBy) implements SeedRule {

    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHARE = Pattern.compile("[0-9A-Za-z]{20,200}");
    private static final int PARTIES_MIN = 2;

    /** A body that takes part, not a person. */
    public record Party(String name, String commitment) {}

    public CommitReveal named(Instant now) {
        long different = parties.stream().map(Party::commitment).distinct().count();
        if (parties.size() < PARTIES_MIN
                || different < parties.size()
                || parties.stream().map(Party::name).distinct().count() < parties.size()) {
            throw Refusal.invalid("draw.parties", "Two parties or more, each with a commitment of its own");
        }
        if (!revealBy.isAfter(now)) {
            throw Refusal.invalid("draw.reveal-by-past", "The parties reveal after the commitment");
        }
        return this;
    }

    /**
     * A share as it comes.
     *
     * @throws Refusal NOT_FOUND {@code draw.party-unknown}, INVALID {@code draw.reveal-wrong}, CONFLICT {@code draw.reveal-late}: then the dice
     *     stand, and nobody can choose between them and the share
     */
    public void take(Reveal reveal, Instant now) {
        Party party = parties.stream()
                .filter(one -> one.name().equals(reveal.party()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("draw.party-unknown", "No such party: " + reveal.party()));
        checked(party, reveal);
        if (!now.isBefore(revealBy)) {
            throw Refusal.conflict("draw.reveal-late", "Shares were revealed before " + revealBy);
        }
    }

    /** Whether a share can come no more that has not come. */
    public boolean lacks(List<Reveal> revealed, Instant now) {
        return !now.isBefore(revealBy)
                && !parties.stream().allMatch(party -> revealed.stream()
                        .anyMatch(one -> one.party().equals(party.name())));
    }

    /** Who committed to the draw does not give the dice, too: with all shares in hand they could be chosen. */
    public static void dice(Given given, String committedBy, String givenBy) {
        if (given.dice() != null && givenBy.equals(committedBy)) {
            throw Refusal.conflict("draw.own-work", "Dice for a missing share are given by another than who committed");
        }
    }

    @Override
    public Seed settle(Given given, Instant now) {
        StringBuilder shares = new StringBuilder();
        boolean complete = true;
        for (Party party : parties) {
            Reveal reveal = given.reveals().stream()
                    .filter(one -> one.party().equals(party.name()))
                    .findFirst()
                    .orElse(null);
            complete = complete && reveal != null;
            shares.append(reveal == null ? fallback(given, party, now) : checked(party, reveal))
                    .append('\n');
        }
        if (complete && given.dice() != null) {
            throw Refusal.invalid("draw.dice-not-needed", "Every party revealed its share: no dice are thrown");
        }
        List<Map<String, Object>> reveals = parties.stream()
                .flatMap(party -> given.reveals().stream()
                        .filter(one -> one.party().equals(party.name()))
                        .limit(1))
                .map(one -> Map.<String, Object>of("party", one.party(), "nonce", one.nonce(), "share", one.share()))
                .toList();
        return new Seed(
                Draw.digest(shares.toString()),
                complete ? Map.of("reveals", reveals) : Map.of("reveals", reveals, "dice", given.dice()));
    }

    private String fallback(Given given, Party party, Instant now) {
        if (now.isBefore(revealBy) || given.dice() == null) {
            throw Refusal.conflict(
                    "draw.reveal-missing",
                    "Party %s has not revealed its share; dice stand for it from %s".formatted(party.name(), revealBy));
        }
        return Dice.digits(given.dice());
    }

    private static String checked(Party party, Reveal reveal) {
        boolean kept = NONCE.matcher(reveal.nonce()).matches()
                && SHARE.matcher(reveal.share()).matches()
                && Draw.digest(reveal.nonce() + reveal.share()).equals(party.commitment());
        if (!kept) {
            throw Refusal.invalid(
                    "draw.reveal-wrong", "What party %s reveals is not what it committed to".formatted(party.name()));
        }
        return reveal.share();
    }

    @Override
    public Map<String, Object> published() {
        return Map.of(
                "kind",
                "commit-reveal",
                "source",
                source,
                "revealBy",
                revealBy.toString(),
                "fallback",
                "dice",
                "parties",
                parties.stream()
                        .map(party -> Map.of("name", party.name(), "commitment", party.commitment()))
                        .toList());
    }
}

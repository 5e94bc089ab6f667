package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.SeedRule;

/** The shares of seeds, each kept when it comes: what was revealed stays revealed. */
@ApplicationScoped
public class Reveals {

    /** What the addresses say at which shares are revealed. */
    public static final String KEPT = "Keeps the share that a party reveals, and tells all that were revealed";

    public static final String STAYS = "It is announced and stays; after revealBy none is taken.";

    private final IdSource ids;

    Reveals(IdSource ids) {
        this.ids = ids;
    }

    /** What a party reveals. */
    public record NewShare(@NotNull @Size(max = 64) String nonce, @NotNull @Size(max = 200) String share) {
        public SeedRule.Reveal of(String party) {
            return new SeedRule.Reveal(party, nonce, share);
        }
    }

    public record RevealView(String party, String nonce, String share, Instant revealedAt) {
        static RevealView of(RevealRow row) {
            return new RevealView(row.party, row.nonce, row.share, row.revealedAt);
        }
    }

    /**
     * @param before those that came before
     * @param now those that came with this request; each is announced
     */
    public record Shares(List<RevealRow> before, List<RevealRow> now) {
        public List<SeedRule.Reveal> all() {
            return Stream.concat(before.stream(), now.stream())
                    .map(RevealRow::reveal)
                    .toList();
        }

        public List<RevealView> shown() {
            return Stream.concat(before.stream(), now.stream())
                    .map(RevealView::of)
                    .toList();
        }
    }

    /**
     * In the caller's transaction, with the draw or the inspection locked. A share that came before is known.
     *
     * @throws Refusal CONFLICT {@code draw.no-shares} when the seed comes from elsewhere, and what {@link CommitReveal#take} throws
     */
    public Uni<Shares> take(Actor by, String commitment, List<SeedRule.Reveal> given, Instant now) {
        if (!(Commitment.rule(commitment) instanceof CommitReveal rule)) {
            throw Refusal.conflict("draw.no-shares", "The seed of this draw does not come from shares");
        }
        return of(commitment).chain(before -> {
            List<RevealRow> fresh = given.stream()
                    .filter(one -> before.stream().noneMatch(row -> row.party.equals(one.party())))
                    .map(one -> row(by, rule, commitment, one, now))
                    .toList();
            return Panache.getSession()
                    .chain(session -> session.persistAll(fresh.toArray()))
                    .replaceWith(new Shares(before, fresh));
        });
    }

    private RevealRow row(Actor by, CommitReveal rule, String commitment, SeedRule.Reveal reveal, Instant now) {
        rule.take(reveal, now);
        RevealRow row = new RevealRow();
        row.id = ids.next();
        row.authority = by.requireAuthority();
        row.commitmentDigest = Draw.digest(commitment);
        row.party = reveal.party();
        row.nonce = reveal.nonce();
        row.share = reveal.share();
        row.revealedAt = now;
        row.revealedBy = by.subject();
        return row;
    }

    /** In the order in which they came; a seed has at most ten. */
    public static Uni<List<RevealRow>> of(String commitment) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from RevealRow where commitmentDigest = :digest order by revealedAt, id", RevealRow.class)
                .setParameter("digest", Draw.digest(commitment))
                .getResultList());
    }

    /** Whether a share that was committed to can come no more. */
    public static Uni<Boolean> lacking(String commitment, Instant now) {
        return commitment != null && Commitment.rule(commitment) instanceof CommitReveal rule
                ? of(commitment)
                        .map(rows ->
                                rule.lacks(rows.stream().map(RevealRow::reveal).toList(), now))
                : Uni.createFrom().item(false);
    }
}

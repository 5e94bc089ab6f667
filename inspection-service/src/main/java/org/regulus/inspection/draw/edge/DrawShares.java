package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.draw.CommitReveal;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.SeedRule;

/** The shares of a draw's seed: each is kept and announced when it comes, before anybody knows what comes out. */
@ApplicationScoped
class DrawShares {

    static final String SHARE_REVEALED = "regulus.inspection.draw-share-revealed.v1";

    private final InstantSource clock;
    private final Outbox outbox;
    private final Reveals reveals;

    DrawShares(InstantSource clock, Outbox outbox, Reveals reveals) {
        this.clock = clock;
        this.outbox = outbox;
        this.reveals = reveals;
    }

    /** @param party a body, not a person */
    record DrawShareRevealed(UUID drawId, UUID campaignId, String authority, String party, Instant revealedAt) {}

    /** What has been revealed so far, this share included. */
    @WithTransaction
    Uni<List<Reveals.RevealView>> reveal(Actor officer, UUID id, SeedRule.Reveal share) {
        Instant now = clock.instant();
        return Rows.of(DrawRow.class, officer)
                .locked()
                .one(id, "draw.unknown")
                .invoke(row -> Draw.State.of(row.state).open())
                .invoke(DrawRow::rule)
                .chain(row -> take(officer, row, List.of(share), now))
                .call(Rows::flush)
                .map(Reveals.Shares::shown);
    }

    /** In the transaction that gives the seed: with the shares that came before. Those that come now are kept like them. */
    Uni<SeedRule.Given> whole(Actor officer, DrawRow row, SeedRule.Given given, Instant now) {
        Draw.State.of(row.state).open();
        if (!(row.rule() instanceof CommitReveal)) {
            return Uni.createFrom().item(given);
        }
        CommitReveal.dice(given, row.committedBy, officer.subject());
        return take(officer, row, given.reveals(), now).map(shares -> given.with(shares.all()));
    }

    private Uni<Reveals.Shares> take(Actor officer, DrawRow row, List<SeedRule.Reveal> given, Instant now) {
        return reveals.take(officer, row.commitment, given, now)
                .call(shares -> outbox.appendAll(
                        shares.now().stream().map(one -> revealed(row, one)).toList()));
    }

    private static OutboxMessage revealed(DrawRow row, RevealRow share) {
        row.announced++;
        return DrawMessages.message(
                SHARE_REVEALED,
                row,
                share.revealedAt,
                new DrawShareRevealed(row.id, row.campaignId, row.authority, share.party, share.revealedAt));
    }
}

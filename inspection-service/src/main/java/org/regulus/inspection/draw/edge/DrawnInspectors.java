package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.draw.InspectorReplacementRecord;

/** Those whom a draw committed to, and what is on record of those who were recused since. */
public final class DrawnInspectors {

    private final DrawRow draw;
    private final String last;
    private final int made;

    private DrawnInspectors(DrawRow draw, List<InspectorReplacementRow> made) {
        this.draw = draw;
        this.made = made.size();
        this.last = made.isEmpty() ? draw.record : made.get(made.size() - 1).record;
    }

    /** In the caller's transaction. The draw is locked: one line follows another. */
    public static Uni<DrawnInspectors> locked(Actor officer, UUID drawId) {
        return Rows.of(DrawRow.class, officer)
                .locked()
                .one(drawId, "draw.unknown")
                .invoke(DrawRow::recorded)
                .chain(row -> of(drawId).map(made -> new DrawnInspectors(row, made)));
    }

    static Uni<List<InspectorReplacementRow>> of(UUID drawId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorReplacementRow where drawId = :draw order by number",
                        InspectorReplacementRow.class)
                .setParameter("draw", drawId)
                .getResultList());
    }

    /** Whom the record names as those it was drawn from. */
    public List<UUID> register() {
        return Recorded.register(draw.record);
    }

    /** @return the digest of the new line */
    public Uni<String> record(UUID id, InspectorReplacementRecord.Replaced replaced, Instant now) {
        InspectorReplacementRow row = new InspectorReplacementRow();
        row.id = id;
        row.drawId = draw.id;
        row.number = made + 1;
        row.record = InspectorReplacementRecord.of(
                new InspectorReplacementRecord.Place(draw.id, row.number, Draw.digest(last)), replaced, now);
        row.recordDigest = Draw.digest(row.record);
        row.madeAt = now;
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row.recordDigest);
    }
}

package org.regulus.inspection.inspector.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.regulus.inspection.draw.InspectorDraw.Candidate;

/** From whom inspectors are drawn, as they are now. */
public final class Register {

    private Register() {}

    /** All of an authority. */
    public static Uni<List<Candidate>> of(String authority) {
        return candidates("authority = :value", authority);
    }

    public static Uni<List<Candidate>> of(List<UUID> inspectors) {
        return candidates("id in :value", inspectors);
    }

    private static Uni<List<Candidate>> candidates(String which, Object value) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where " + which + " order by id", InspectorRow.class)
                .setParameter("value", value)
                .getResultList()
                .map(rows -> rows.stream().map(InspectorRow::candidate).toList()));
    }
}

package org.regulus.notification.invitation.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who inspects, and the interview as it was last told of. Events of a case come in order, so the last one told holds. */
@ApplicationScoped
class Teams {

    private static final String KIND = "inspector/";

    /** How a message names an inspector. */
    static String recipient(UUID inspector) {
        return KIND + inspector;
    }

    Uni<Void> assign(UUID inspection, List<UUID> inspectors) {
        String ids = inspectors.stream().map(UUID::toString).collect(Collectors.joining(","));
        return change("delete from inspection_team where inspection_id = ?1", inspection)
                .chain(() -> change(
                        """
                        insert into inspection_team (inspection_id, inspector_id)
                        select ?1, cast(one as uuid) from unnest(string_to_array(?2, ',')) as one on conflict do nothing""",
                        inspection,
                        ids));
    }

    Uni<Void> replace(UUID inspection, UUID removed, UUID substitute) {
        return change("delete from inspection_team where inspection_id = ?1 and inspector_id = ?2", inspection, removed)
                .chain(() -> change(
                        """
                        insert into inspection_team (inspection_id, inspector_id) values (?1, ?2)
                        on conflict do nothing""",
                        inspection,
                        substitute));
    }

    /** As recipients of messages. */
    Uni<List<String>> of(UUID inspection) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select inspector_id from inspection_team where inspection_id = ?1 order by inspector_id",
                        UUID.class)
                .setParameter(1, inspection)
                .getResultList()
                .map(team -> team.stream().map(Teams::recipient).toList()));
    }

    Uni<Void> tell(UUID inspection, String facts, boolean open) {
        return change(
                """
                insert into told_interview (inspection_id, facts, open) values (?1, ?2, ?3)
                on conflict (inspection_id) do update set facts = excluded.facts, open = excluded.open""",
                inspection,
                facts,
                open);
    }

    Uni<Void> close(UUID inspection) {
        return change("update told_interview set open = false where inspection_id = ?1", inspection);
    }

    /** What was told of it, or null when there is none to come. */
    Uni<String> openInterview(UUID inspection) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select facts from told_interview where inspection_id = ?1 and open", String.class)
                .setParameter(1, inspection)
                .getSingleResultOrNull());
    }

    private static Uni<Void> change(String sql, Object... values) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate().replaceWithVoid();
        });
    }
}

package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.notification.message.Notice;

/** Each asker's own inbox: an operator's, or an officer's own and those of the roles with the authority. Read is what that person has read. */
@ApplicationScoped
class Inboxes {

    static final int COUNT_MAX = 1_000;

    private static final String UNREAD =
            """
            select count(*) from (
              select 1 from inbox_item i
              where (i.recipient = 'operator' and i.operator_id = ?1
                     or i.authority = ?2 and i.recipient = any(string_to_array(?3, ',')))
                and not exists (select 1 from inbox_reading r where r.item_id = i.id and r.reader = ?4)
              limit ?5) as counted""";

    /** @param readAt null as long as the asker has not read it */
    record Item(InboxRow row, Instant readAt) {}

    Uni<List<Item>> page(Actor asker, Boolean unread, PageRequest page) {
        String read = "id %s (select r.itemId from InboxReadingRow r where r.reader = :reader)";
        Rows<InboxRow> rows = own(asker);
        if (unread != null) {
            rows.and(read.formatted(unread ? "not in" : "in"), "reader", asker.subject());
        }
        return rows.page(page).chain(found -> readAt(asker, found));
    }

    Uni<InboxRow> one(Actor asker, UUID id) {
        return own(asker).one(id, "inbox.unknown");
    }

    private static Rows<InboxRow> own(Actor asker) {
        return Rows.of(InboxRow.class, asker).and("recipient in :recipients", "recipients", recipients(asker));
    }

    static Set<String> recipients(Actor asker) {
        return asker.has(Roles.OPERATOR)
                ? Set.of(Notice.OPERATOR)
                : Stream.concat(asker.roles().stream(), Stream.of(Notice.officer(asker.subject())))
                        .filter(role -> !role.equals(Notice.OPERATOR))
                        .collect(Collectors.toSet());
    }

    private static Uni<List<Item>> readAt(Actor asker, List<InboxRow> rows) {
        String ids = rows.stream().map(row -> row.id.toString()).collect(Collectors.joining(","));
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                """
                                        select item_id, read_at from inbox_reading
                                        where reader = ?1 and item_id = any(cast(string_to_array(?2, ',') as uuid[]))""",
                                Object[].class)
                        .setParameter(1, asker.subject())
                        .setParameter(2, ids)
                        .getResultList()))
                .map(read -> read.stream().collect(Collectors.toMap(one -> (UUID) one[0], one -> instant(one[1]))))
                .map((Map<UUID, Instant> read) -> rows.stream()
                        .map(row -> new Item(row, read.get(row.id)))
                        .toList());
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }

    /** At most {@link #COUNT_MAX}. */
    Uni<Long> unread(Actor asker) {
        boolean operator = asker.has(Roles.OPERATOR);
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        UNREAD, Long.class)
                .setParameter(
                        1,
                        new TypedParameterValue<>(StandardBasicTypes.UUID, operator ? asker.requireOperator() : null))
                .setParameter(2, operator ? "" : asker.requireAuthority())
                .setParameter(3, String.join(",", recipients(asker)))
                .setParameter(4, asker.subject())
                .setParameter(5, COUNT_MAX)
                .getSingleResult()));
    }
}

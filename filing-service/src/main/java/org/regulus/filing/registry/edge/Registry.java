package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.time.IdSource;
import org.regulus.filing.registry.RegistryEntry;

/** Takes entries into an authority's register, again without harm. An operator keeps its id for ever, found by its USCC. */
@ApplicationScoped
class Registry {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;

    Registry(InstantSource clock, IdSource ids, Outbox outbox) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    record Counts(int imported, int updated, int unchanged) {}

    /**
     * In the caller's transaction.
     *
     * @param entries each of another operator
     * @param dryRun only tells what would be
     */
    Uni<Counts> take(String authority, List<RegistryEntry> entries, boolean dryRun) {
        Instant now = clock.instant();
        return Panache.getSession().chain(session -> registered(session, authority, entries)
                .chain(registered -> dryRun
                        ? Uni.createFrom().item(foreseen(entries, registered))
                        : operators(session, entries, now)
                                .chain(operators ->
                                        register(session, authority, entries, registered, operators, now))));
    }

    private static Counts foreseen(List<RegistryEntry> entries, Map<String, RegistrationRow> registered) {
        List<RegistryEntry> known = entries.stream()
                .filter(entry -> registered.containsKey(entry.uscc()))
                .toList();
        int unchanged = (int) known.stream()
                .filter(entry -> registered.get(entry.uscc()).says(entry))
                .count();
        return new Counts(entries.size() - known.size(), known.size() - unchanged, unchanged);
    }

    private static Uni<Map<String, RegistrationRow>> registered(
            Mutiny.Session session, String authority, List<RegistryEntry> entries) {
        return session.createSelectionQuery(
                        "from " + RegistrationRow.class.getName() + " where authority = :authority and uscc in :codes",
                        RegistrationRow.class)
                .setParameter("authority", authority)
                .setParameter("codes", entries.stream().map(RegistryEntry::uscc).toList())
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.uscc, Function.identity())));
    }

    /** The id of every operator in the file, made where the USCC is new to the installation. */
    private Uni<Map<String, UUID>> operators(Mutiny.Session session, List<RegistryEntry> entries, Instant now) {
        String codes = entries.stream().map(RegistryEntry::uscc).collect(Collectors.joining(","));
        String fresh = entries.stream()
                .map(entry -> OperatorIds.of(entry.uscc()).toString())
                .collect(Collectors.joining(","));
        Uni<?> made = session.createNativeQuery(
                        """
                                insert into operator (id, uscc, created_at)
                                select *, cast(cast(?3 as text) as timestamptz)
                                from unnest(cast(string_to_array(?1, ',') as uuid[]), string_to_array(?2, ','))
                                order by 2
                                on conflict (uscc) do nothing""")
                .setParameter(1, fresh)
                .setParameter(2, codes)
                .setParameter(3, now.toString())
                .executeUpdate();
        return made.chain(() -> session.createNativeQuery(
                                "select uscc || ' ' || id from operator where uscc = any(string_to_array(?1, ','))",
                                String.class)
                        .setParameter(1, codes)
                        .getResultList())
                .map(found -> found.stream()
                        .map(pair -> pair.split(" "))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> UUID.fromString(pair[1]))));
    }

    private Uni<Counts> register(
            Mutiny.Session session,
            String authority,
            List<RegistryEntry> entries,
            Map<String, RegistrationRow> registered,
            Map<String, UUID> operators,
            Instant now) {
        List<Object> fresh = new ArrayList<>();
        List<OutboxMessage> news = new ArrayList<>();
        int unchanged = 0;
        for (RegistryEntry entry : entries) {
            RegistrationRow row = registered.get(entry.uscc());
            boolean isNew = row == null;
            if (isNew) {
                row = blank(authority, operators.get(entry.uscc()));
                fresh.add(row);
            }
            if (row.take(entry)) {
                news.add(RegistryMessages.registered(row, now));
            } else {
                unchanged++;
            }
        }
        Counts counts = new Counts(fresh.size(), news.size() - fresh.size(), unchanged);
        return session.persistAll(fresh.toArray())
                .chain(() -> outbox.appendAll(news))
                .replaceWith(counts);
    }

    private RegistrationRow blank(String authority, UUID operator) {
        RegistrationRow row = new RegistrationRow();
        row.id = ids.next();
        row.authority = authority;
        row.operatorId = operator;
        return row;
    }
}

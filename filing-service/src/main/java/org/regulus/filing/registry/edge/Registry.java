package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.filing.registry.RegistryEntry;

/** Imports a register: wholly or not at all, and again without harm. An operator keeps its id for ever, found by its USCC. */
@ApplicationScoped
class Registry {

    static final String REGISTERED = "regulus.filing.operator-registered.v1";
    static final String DIRECTORY = "regulus.filing.directory";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final int maxRows;

    Registry(
            InstantSource clock,
            IdSource ids,
            Outbox outbox,
            @ConfigProperty(name = "regulus.registry.max-rows") int maxRows) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.maxRows = maxRows;
    }

    record Imported(int rows, int imported, int updated, int unchanged, boolean dryRun) {}

    /** The contract's fields. */
    record OperatorRegistered(
            UUID operatorId,
            String authority,
            String name,
            String noticeEmail,
            String language,
            Instant registeredAt) {}

    Uni<Imported> take(Actor officer, byte[] csv, boolean dryRun) {
        String authority = officer.requireAuthority();
        Instant now = clock.instant();
        return parsed(csv)
                .chain(entries ->
                        Panache.withTransaction(() -> Panache.getSession().chain(session -> known(session, authority)
                                .chain(registered -> operators(session, entries, now, dryRun)
                                        .chain(operators -> register(
                                                session, authority, entries, registered, operators, now, dryRun))))));
    }

    /** A big file takes a while: not on the event loop, but back on it for the database. */
    private Uni<List<RegistryEntry>> parsed(byte[] csv) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .executeBlocking(() -> RegistryCsv.read(csv, maxRows))
                .toCompletionStage());
    }

    /** One import at a time for each authority. */
    private static Uni<Map<String, RegistrationRow>> known(Mutiny.Session session, String authority) {
        return session.createNativeQuery("select code from authority where code = ?1 for no key update", String.class)
                .setParameter(1, authority)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(
                        () -> Refusal.conflict("authority.unknown", "Authority %s is not set up".formatted(authority)))
                .chain(() -> session.createSelectionQuery(
                                "from " + RegistrationRow.class.getName() + " where authority = :authority",
                                RegistrationRow.class)
                        .setParameter("authority", authority)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.uscc, Function.identity())));
    }

    /** The id of every operator in the file, made where the USCC is new to the installation. */
    private Uni<Map<String, UUID>> operators(
            Mutiny.Session session, List<RegistryEntry> entries, Instant now, boolean dryRun) {
        String codes = entries.stream().map(RegistryEntry::uscc).collect(Collectors.joining(","));
        String fresh = entries.stream()
                .map(entry -> OperatorIds.of(entry.uscc()).toString())
                .collect(Collectors.joining(","));
        Uni<?> made = dryRun
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
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

    private Uni<Imported> register(
            Mutiny.Session session,
            String authority,
            List<RegistryEntry> entries,
            Map<String, RegistrationRow> registered,
            Map<String, UUID> operators,
            Instant now,
            boolean dryRun) {
        List<Object> fresh = new ArrayList<>();
        List<OutboxMessage> news = new ArrayList<>();
        int unchanged = 0;
        Map<String, RegistrationRow> rows = new HashMap<>(registered);
        for (RegistryEntry entry : entries) {
            RegistrationRow row = rows.get(entry.uscc());
            boolean isNew = row == null;
            if (isNew) {
                row = blank(authority, operators.get(entry.uscc()));
                fresh.add(row);
            }
            if (row.take(entry)) {
                news.add(registered(row, now));
            } else {
                unchanged++;
            }
        }
        Imported result = new Imported(entries.size(), fresh.size(), news.size() - fresh.size(), unchanged, dryRun);
        if (dryRun) {
            session.clear();
            return Uni.createFrom().item(result);
        }
        return session.persistAll(fresh.toArray())
                .chain(() -> outbox.appendAll(news))
                .replaceWith(result);
    }

    private RegistrationRow blank(String authority, UUID operator) {
        RegistrationRow row = new RegistrationRow();
        row.id = ids.next();
        row.authority = authority;
        row.operatorId = operator;
        return row;
    }

    private static OutboxMessage registered(RegistrationRow row, Instant now) {
        return new OutboxMessage(
                        REGISTERED,
                        row.operatorId,
                        new AggregateVersion("registration", row.id, row.announced),
                        row.authority,
                        now,
                        new OperatorRegistered(
                                row.operatorId, row.authority, row.name, row.noticeEmail, row.language, now))
                .onTopic(DIRECTORY);
    }
}

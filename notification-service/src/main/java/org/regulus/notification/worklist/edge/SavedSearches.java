package org.regulus.notification.worklist.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.notification.timeline.edge.CaseCriteria;
import org.regulus.notification.worklist.SearchRules;

/** Each person's own searches: whose they are is part of every query. */
@ApplicationScoped
class SavedSearches {

    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final IdSource ids;

    SavedSearches(Idempotency idempotency, ObjectMapper json, IdSource ids) {
        this.idempotency = idempotency;
        this.json = json;
        this.ids = ids;
    }

    Uni<SavedSearchRow> create(Actor person, String key, String name, CaseCriteria filter) {
        return idempotency
                .once(person, key, List.of(name, filter), () -> checked(person, name, null)
                        .chain(free -> insert(person, free, filter)))
                .chain(id -> one(person, id));
    }

    private Uni<UUID> insert(Actor person, String name, CaseCriteria filter) {
        SavedSearchRow row = new SavedSearchRow();
        row.id = ids.next();
        row.authority = person.requireAuthority();
        row.owner = person.subject();
        row.name = name;
        row.filter = written(filter);
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row.id);
    }

    @WithTransaction
    Uni<SavedSearchRow> change(Actor person, UUID id, long seen, String name, CaseCriteria filter) {
        return one(person, id)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> checked(person, name, id).invoke(free -> {
                    row.name = free;
                    row.filter = written(filter);
                }))
                .call(Rows::flush);
    }

    @WithTransaction
    Uni<Void> remove(Actor person, UUID id, long seen) {
        return one(person, id)
                .invoke(row -> ETags.check(seen, row.version))
                .chain(row -> Panache.getSession().chain(session -> session.remove(row)))
                .call(Rows::flush);
    }

    Uni<SavedSearchRow> one(Actor person, UUID id) {
        return own(person).one(id, "saved-search.unknown");
    }

    Uni<List<SavedSearchRow>> all(Actor person) {
        return own(person).page(new PageRequest(SearchRules.PER_PERSON_MAX, null));
    }

    private static Rows<SavedSearchRow> own(Actor person) {
        return Rows.of(SavedSearchRow.class, person).and("owner = :owner", "owner", person.subject());
    }

    /** One person's changes go one after the other, or two at once could take the same name. */
    private Uni<String> checked(Actor person, String name, UUID changed) {
        return Panache.getSession().chain(session -> line(session, person)
                .chain(() -> all(person))
                .map(kept -> SearchRules.name(
                        name,
                        kept.stream()
                                .filter(row -> !row.id.equals(changed))
                                .map(row -> row.name)
                                .toList())));
    }

    private static Uni<Void> line(Mutiny.Session session, Actor person) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('saved-search ' || ?1, 0)) as text)",
                        String.class)
                .setParameter(1, person.subject())
                .getSingleResult()
                .replaceWithVoid();
    }

    private String written(CaseCriteria filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CaseCriteria read(SavedSearchRow row) {
        try {
            return json.readValue(row.filter, CaseCriteria.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

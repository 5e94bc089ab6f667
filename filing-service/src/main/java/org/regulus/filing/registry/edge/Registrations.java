package org.regulus.filing.registry.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.registry.Contact;
import org.regulus.filing.registry.Licence;
import org.regulus.filing.registry.OperatedSystem;
import org.regulus.filing.registry.RegistrationStatus;
import org.regulus.filing.registry.RegistryEntry;

/** Changes what the register knows of an operator beyond its imported entry; the directory of partners does not have that. */
@ApplicationScoped
class Registrations {

    private static final TypeReference<List<Licence>> LICENCES = new TypeReference<>() {};
    private static final TypeReference<List<OperatedSystem>> SYSTEMS = new TypeReference<>() {};
    private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};

    private final InstantSource clock;
    private final IdSource ids;
    private final ObjectMapper json;
    private final Outbox outbox;

    Registrations(InstantSource clock, IdSource ids, ObjectMapper json, Outbox outbox) {
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.outbox = outbox;
    }

    Uni<RegistrationRow> get(Actor actor, UUID id) {
        return Rows.of(RegistrationRow.class, actor).one(id, "registration.unknown");
    }

    /** @throws Refusal INVALID {@code registration.flawed} */
    @WithTransaction
    Uni<RegistrationRow> license(
            Actor officer,
            UUID id,
            long seen,
            List<Licence> licences,
            List<String> businessTypes,
            List<String> provinces) {
        List<Flaw> flaws = new ArrayList<>(IntStream.range(0, licences.size())
                .mapToObj(i -> licences.get(i).flaws("/furtherLicences/" + i))
                .flatMap(List::stream)
                .toList());
        if (!RegistryEntry.PROVINCES.containsAll(provinces)) {
            flaws.add(new Flaw("/furtherProvinces", "registry.province", "Two digits of GB/T 2260 each"));
        }
        return change(officer, id, seen, flaws, row -> {
            row.furtherLicences = write(licences);
            row.furtherLicenceNumbers = sorted(licences.stream().map(Licence::number));
            row.businessTypes = sorted(businessTypes.stream());
            row.furtherProvinces = sorted(provinces.stream());
        });
    }

    /** @throws Refusal INVALID {@code registration.flawed} */
    @WithTransaction
    Uni<RegistrationRow> keepSystems(Actor actor, UUID id, long seen, List<OperatedSystem> systems) {
        return change(actor, id, seen, OperatedSystem.flawsOf(systems), row -> {
            row.systems = write(systems);
            row.inventoryKinds = sorted(systems.stream().map(OperatedSystem::kind));
        });
    }

    /** @throws Refusal INVALID {@code registration.flawed} */
    @WithTransaction
    Uni<RegistrationRow> keepContacts(Actor actor, UUID id, long seen, List<Contact> contacts) {
        List<Flaw> flaws = IntStream.range(0, contacts.size())
                .mapToObj(i -> contacts.get(i).flaws("/contacts/" + i))
                .flatMap(List::stream)
                .toList();
        return change(actor, id, seen, flaws, row -> row.contacts = write(contacts));
    }

    @WithTransaction
    Uni<RegistrationRow> become(Actor officer, UUID id, long seen, RegistrationStatus next, String reason) {
        Instant now = clock.instant();
        return get(officer, id).chain(present -> {
            String former = present.status;
            return change(officer, id, seen, List.of(), row -> row.become(next)).call(row -> {
                StatusChangeRow change = statusChange(officer, row, reason, now);
                return Panache.getSession()
                        .chain(session -> session.persist(change))
                        .chain(() -> outbox.append(RegistryMessages.standingChanged(change, row, former, now)));
            });
        });
    }

    private StatusChangeRow statusChange(Actor officer, RegistrationRow row, String reason, Instant at) {
        StatusChangeRow change = new StatusChangeRow();
        change.id = ids.next();
        change.registrationId = row.id;
        change.authority = row.authority;
        change.operatorId = row.operatorId;
        change.status = row.status;
        change.reason = reason;
        change.changedAt = at;
        change.changedBy = officer.subject();
        return change;
    }

    private Uni<RegistrationRow> change(
            Actor actor, UUID id, long seen, List<Flaw> flaws, Consumer<RegistrationRow> change) {
        return get(actor, id)
                .invoke(row -> ETags.check(seen, row.version))
                .invoke(row -> {
                    if (!flaws.isEmpty()) {
                        throw Refusal.invalid(
                                "registration.flawed",
                                "%d flaw(s); nothing was changed".formatted(flaws.size()),
                                flaws);
                    }
                })
                .invoke(change)
                .call(Rows::flush);
    }

    List<Licence> licences(RegistrationRow row) {
        return read(row.furtherLicences, LICENCES);
    }

    List<OperatedSystem> systems(RegistrationRow row) {
        return read(row.systems, SYSTEMS);
    }

    List<Contact> contacts(RegistrationRow row) {
        return read(row.contacts, CONTACTS);
    }

    private static String[] sorted(Stream<String> words) {
        return words.distinct().sorted().toArray(String[]::new);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

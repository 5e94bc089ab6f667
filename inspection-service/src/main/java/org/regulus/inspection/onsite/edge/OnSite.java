package org.regulus.inspection.onsite.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.draw.Draw;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.onsite.OnSiteRecord;
import org.regulus.inspection.onsite.edge.Batch.Result;

/** Takes batches of entries in any order and as often as they come. */
@ApplicationScoped
class OnSite {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Entries entries;

    OnSite(InstantSource clock, IdSource ids, Outbox outbox, Entries entries) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.entries = entries;
    }

    /** Batches of one inspection come one after the other: the inspection's row is locked first. */
    @WithTransaction
    Uni<List<Result>> note(Actor inspector, UUID inspection, List<NewEntry> batch) {
        Instant now = clock.instant();
        return locked(inspection)
                .chain(() -> Inspections.get(inspector, inspection))
                .call(of -> Inspections.mayInspect(inspector, of))
                .invoke(Inspections::onSite)
                .chain(of -> of(inspection).map(found -> found != null ? found : opened(of)))
                .chain(record -> Entries.known(batch).chain(known -> {
                    List<EntryRow> taken = new ArrayList<>();
                    List<Result> results = batch.stream()
                            .map(entry -> take(record, entry, known, taken))
                            .toList();
                    return save(record, taken, inspector, now).replaceWith(results);
                }));
    }

    private static Uni<Void> locked(UUID inspection) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select id from inspection where id = ?1 for update", UUID.class)
                .setParameter(1, inspection)
                .getSingleResultOrNull()
                .replaceWithVoid());
    }

    /** Kept with the first entry that it takes. */
    private OnSiteRow opened(org.regulus.inspection.edge.InspectionRow of) {
        OnSiteRow row = new OnSiteRow();
        row.inspectionId = of.id;
        row.authority = of.authority;
        row.operatorId = of.operatorId;
        row.caseId = of.caseId;
        row.take(OnSiteRecord.open(ids.next()));
        return row;
    }

    private Result take(OnSiteRow record, NewEntry entry, Map<UUID, EntryRow> known, List<EntryRow> taken) {
        EntryRow row = entries.row(record, entry);
        EntryRow before = known.get(entry.id());
        if (before != null) {
            return before.recordId.equals(record.id) && before.digest.equals(row.digest)
                    ? Result.known(before)
                    : Result.conflict(entry.id(), "entry.id-taken");
        }
        var refused = record.record().refuses(entry.kind());
        if (refused.isPresent()) {
            return Result.conflict(entry.id(), refused.get());
        }
        if (record.entries >= OnSiteRecord.ENTRIES_MAX) {
            return Result.conflict(entry.id(), "record.full");
        }
        record.entries++;
        row.number = record.entries;
        record.digest = Draw.digest(record.digest + row.digest);
        known.put(row.id, row);
        taken.add(row);
        return Result.accepted(row);
    }

    private Uni<Void> save(OnSiteRow record, List<EntryRow> taken, Actor inspector, Instant now) {
        if (taken.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        taken.forEach(row -> {
            row.notedBy = inspector.subject();
            row.receivedAt = now;
        });
        OnSiteRecord.Change<OnSiteRecord.EntriesNoted> change = record.record().note(taken.size(), now);
        record.take(change.record());
        return Panache.getSession()
                .chain(session -> session.persistAll(
                        Stream.concat(Stream.of(record), taken.stream()).toArray()))
                .chain(() -> outbox.append(OnSiteMessages.noted(record, change.event())))
                .chain(Rows::flush);
    }

    static Uni<OnSiteRow> of(UUID inspection) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from OnSiteRow where inspectionId = :inspection", OnSiteRow.class)
                .setParameter("inspection", inspection)
                .getSingleResultOrNull());
    }

    /** Staff see it as it grows, the operator when it is signed. */
    static Uni<OnSiteRow> get(Actor actor, UUID inspection) {
        String state = actor.has(org.regulus.common.actor.Roles.OPERATOR) ? OnSiteRecord.State.SIGNED.word() : null;
        return Rows.of(OnSiteRow.class, actor)
                .and("inspectionId = :inspection", "inspection", inspection)
                .and("state = :state", "state", state)
                .single("record.unknown", "There is no record of inspection %s here".formatted(inspection));
    }

    static Uni<OnSiteRow> get(Actor actor, UUID inspection, long seen) {
        return get(actor, inspection).invoke(row -> ETags.check(seen, row.version));
    }
}

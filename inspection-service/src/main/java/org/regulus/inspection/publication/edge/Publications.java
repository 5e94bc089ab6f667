package org.regulus.inspection.publication.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.publication.Publication;

/** Publishes, corrects and withdraws. */
@ApplicationScoped
class Publications {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final ObjectMapper json;

    Publications(InstantSource clock, IdSource ids, Outbox outbox, ObjectMapper json) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.json = json;
    }

    /** What of a finding is published: never its text. */
    record Item(
            @NotBlank @Size(max = 40) String item,
            @NotNull @Pattern(regexp = "minor|major|critical") String severity,
            @NotBlank @Size(max = 200) String legalReference) {}

    /** In the caller's transaction. Nothing twice. */
    Uni<Void> publish(UUID inspection) {
        Instant now = clock.instant();
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select i.authority, i.operator_id, i.case_id, i.case_number, i.cause, i.outcome, i.findings, i.concluded_at
                        from inspection i
                        where i.id = ?1 and i.state = 'concluded' and not exists (select 1 from publication p where p.inspection_id = i.id)""",
                        Object[].class)
                .setParameter(1, inspection)
                .getSingleResultOrNull()
                .chain(found -> found == null ? Uni.createFrom().voidItem() : save(inspection, found, now)));
    }

    private Uni<Void> save(UUID inspection, Object[] found, Instant now) {
        Publication.Change<Publication.Published> change = Publication.publish(ids.next(), now);
        PublicationRow row = new PublicationRow();
        row.inspectionId = inspection;
        row.authority = (String) found[0];
        row.operatorId = (UUID) found[1];
        row.caseId = (UUID) found[2];
        row.caseNumber = (String) found[3];
        row.basis = "drawn".equals(found[4]) ? "random" : "for-cause";
        row.outcome = (String) found[5];
        row.items = write(items((String) found[6]));
        row.concludedAt = found[7] instanceof OffsetDateTime time ? time.toInstant() : (Instant) found[7];
        row.publishedAt = now;
        row.take(change.publication(), now);
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> outbox.append(PublicationMessages.published(row, change.event())));
    }

    static Uni<PublicationRow> get(Actor officer, UUID inspection) {
        return Rows.of(PublicationRow.class, officer)
                .and("inspectionId = :inspection", "inspection", inspection)
                .single("publication.unknown", "Nothing was published of inspection " + inspection);
    }

    @WithTransaction
    Uni<PublicationRow> correct(Actor officer, UUID inspection, long seen, PublicationResource.Correction correction) {
        Instant now = clock.instant();
        return get(officer, inspection)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    Publication.Change<Publication.Corrected> change =
                            row.publication().correct(now);
                    row.take(change.publication(), now);
                    row.outcome = correction.outcome();
                    row.items = write(correction.items());
                    row.reason = correction.reason();
                    return outbox.append(PublicationMessages.corrected(row, change.event()))
                            .chain(Rows::flush);
                });
    }

    @WithTransaction
    Uni<PublicationRow> withdraw(Actor officer, UUID inspection, long seen, String reason) {
        Instant now = clock.instant();
        return get(officer, inspection)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    Publication.Change<Publication.Withdrawn> change =
                            row.publication().withdraw(now);
                    row.take(change.publication(), now);
                    row.reason = reason;
                    return outbox.append(PublicationMessages.withdrawn(row, change.event()))
                            .chain(Rows::flush);
                });
    }

    /** Of the findings as they are kept, the fields that are published and no others. */
    List<Item> items(String kept) {
        try {
            return List.of(json.readerFor(Item[].class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<Item[]>readValue(kept));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(List<Item> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.regulus.inspection.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Roles;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.Cause;
import org.regulus.inspection.Inspection;
import org.regulus.inspection.InspectionEvent;
import org.regulus.inspection.InspectionState;
import org.regulus.inspection.InspectionState.Assigned;
import org.regulus.inspection.InspectionState.Opened;
import org.regulus.inspection.InspectionState.Replaced;
import org.regulus.inspection.casefile.edge.KnownCase;
import org.regulus.inspection.publication.edge.PublicationDue;

/** The commands on inspections: load, move, save, append. */
@ApplicationScoped
public class Inspections {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final PublicationDue publication;

    Inspections(InstantSource clock, IdSource ids, Outbox outbox, ObjectMapper json, PublicationDue publication) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.json = json;
        this.publication = publication;
    }

    /** A finding as it is kept. */
    public record Noted(UUID findingId, String item, String severity, String legalReference, String text) {}

    Uni<Void> persist(List<InspectionRow> rows, List<OutboxMessage> messages) {
        return Panache.getSession()
                .chain(session -> session.persistAll(rows.toArray()))
                .chain(() -> outbox.appendAll(messages));
    }

    InspectionRow row(KnownCase known, Cause cause, UUID drawId, Instant now, List<OutboxMessage> messages) {
        var opened = Inspection.open(ids.next(), cause, now);
        InspectionRow row = new InspectionRow();
        row.id = opened.inspection().id();
        row.authority = known.authority;
        row.operatorId = known.operatorId;
        row.caseId = known.id;
        row.caseNumber = known.caseNumber;
        row.campaignId = known.campaignId;
        row.cause = cause.word();
        row.drawId = drawId;
        row.openedAt = now;
        row.take(opened.inspection());
        messages.add(InspectionMessages.opened(row, opened));
        return row;
    }

    /** In the transaction that signs the on-site record: its findings. */
    public Uni<Void> found(Actor inspector, UUID id, List<Noted> findings) {
        return get(inspector, id)
                .invoke(row -> row.inspection().note())
                .invoke(row -> row.findings = write(findings))
                .call(Rows::flush)
                .replaceWithVoid();
    }

    /** @throws Refusal CONFLICT {@code inspection.not-on-site}: nothing is recorded before there is an interview to record */
    public static void onSite(InspectionRow row) {
        InspectionState state = row.inspection().state();
        if (state instanceof Opened || state instanceof Assigned || state instanceof Replaced) {
            throw Refusal.conflict("inspection.not-on-site", "The inspection has no interview yet");
        }
    }

    public static Uni<String> caseNumber(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(InspectionRow.class, id))
                .map(row -> row.caseNumber);
    }

    @WithTransaction
    Uni<InspectionRow> note(Actor inspector, UUID id, long seen, List<InspectionResource.NewFinding> findings) {
        return locked(inspector, id, seen)
                .call(row -> mayInspect(inspector, row))
                .call(row -> onSiteRecord(id).invoke(record -> row.inspection().note(record != null)))
                .invoke(row -> row.findings = write(findings.stream()
                        .map(finding -> new Noted(
                                ids.next(),
                                finding.item(),
                                finding.severity(),
                                finding.legalReference(),
                                finding.text()))
                        .toList()))
                .call(Rows::flush);
    }

    @WithTransaction
    Uni<InspectionRow> conclude(Actor inspector, UUID id, long seen) {
        Instant now = clock.instant();
        return locked(inspector, id, seen)
                .call(row -> mayInspect(inspector, row))
                .call(row -> onSiteRecord(id).chain(record -> conclude(row, "open".equals(record), now)));
    }

    private Uni<Void> conclude(InspectionRow row, boolean recording, Instant now) {
        List<Noted> findings = findings(row);
        Inspection.Change<InspectionEvent.InspectionConcluded> change =
                row.inspection().conclude(findings.size(), recording, now);
        row.take(change.inspection());
        row.outcome = change.event().outcome().word();
        row.concludedAt = now;
        List<InspectionMessages.Finding> told = findings.stream()
                .map(f -> new InspectionMessages.Finding(f.findingId(), f.item(), f.severity(), f.legalReference()))
                .toList();
        return outbox.append(InspectionMessages.concluded(row, change, told))
                .chain(() -> publication.after(row.id, row.caseId, now))
                .chain(Rows::flush);
    }

    /** The state of the on-site record, or null when there is none. With the inspection locked none is opened meanwhile. */
    private static Uni<String> onSiteRecord(UUID id) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select state from OnSiteRow where inspectionId = :inspection", String.class)
                .setParameter("inspection", id)
                .getSingleResultOrNull());
    }

    /** Where the assigned inspectors have logins, only they and case officers may write into the inspection. */
    public static Uni<Void> mayInspect(Actor actor, InspectionRow row) {
        if (actor.has(Roles.CASE_OFFICER)) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select account from InspectorRow where id in :ids and account is not null", String.class)
                .setParameter("ids", List.of(row.inspectorIds))
                .getResultList()
                .invoke(accounts -> {
                    if (!accounts.isEmpty() && !accounts.contains(actor.subject())) {
                        throw Refusal.forbidden("inspection.not-assigned", "You are not assigned to this inspection");
                    }
                })
                .replaceWithVoid());
    }

    /** With its visit to come, and locked, so that the visit and what is asked about it come one after the other. */
    public static Uni<InspectionRow> ahead(Actor operator, UUID id) {
        return locked(operator, id).invoke(row -> row.inspection().ahead());
    }

    static Uni<InspectionRow> locked(Actor actor, UUID id) {
        return rows(actor).locked().one(id, "inspection.unknown");
    }

    private static Uni<InspectionRow> locked(Actor actor, UUID id, long seen) {
        return locked(actor, id).invoke(row -> ETags.check(seen, row.version));
    }

    static Uni<InspectionRow> get(Actor actor, UUID id, long seen) {
        return get(actor, id).invoke(row -> ETags.check(seen, row.version));
    }

    public static Uni<InspectionRow> get(Actor actor, UUID id) {
        return rows(actor).one(id, "inspection.unknown");
    }

    /** Those that the asker may see: an operator not before it was told, or a check that nobody announced would be no surprise. */
    static Rows<InspectionRow> rows(Actor asker) {
        return Rows.of(InspectionRow.class, asker).and("told = :told", "told", asker.has(Roles.OPERATOR) ? true : null);
    }

    List<Noted> findings(InspectionRow row) {
        try {
            return List.of(json.readValue(row.findings, Noted[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

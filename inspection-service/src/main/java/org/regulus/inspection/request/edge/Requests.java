package org.regulus.inspection.request.edge;

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
import org.regulus.common.outbox.Outbox;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.common.time.Zones;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.edge.InspectionRow;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.edge.Interviews;
import org.regulus.inspection.edge.Substitutions;
import org.regulus.inspection.edge.Window;
import org.regulus.inspection.request.Request;

/** Takes requests of operators and decides them; a granted one changes the interview or the inspectors in the same transaction. */
@ApplicationScoped
class Requests {

    private final InstantSource clock;
    private final IdSource ids;
    private final Outbox outbox;
    private final Interviews interviews;
    private final Substitutions substitutions;

    Requests(InstantSource clock, IdSource ids, Outbox outbox, Interviews interviews, Substitutions substitutions) {
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
        this.interviews = interviews;
        this.substitutions = substitutions;
    }

    /** In the caller's transaction. */
    Uni<UUID> askForSlot(Actor operator, UUID inspection, RequestResource.NewSlotRequest asked, ObjectMapper json) {
        Instant now = clock.instant();
        return Inspections.ahead(operator, inspection)
                .call(of -> noneOpen(inspection, Request.Kind.SLOT))
                .chain(of -> Interviews.startOf(inspection)
                        .chain(startsAt -> count(inspection, null)
                                .map(before -> Request.forSlot(ids.next(), startsAt, before, Zones.REGULATOR, now)))
                        .chain(change -> {
                            RequestRow row = row(of, change, asked.reason());
                            row.preferred = text(json, asked.preferred());
                            return save(row, change);
                        }));
    }

    /** In the caller's transaction. */
    Uni<UUID> askForRecusal(Actor operator, UUID inspection, RequestResource.NewRecusalRequest asked) {
        Instant now = clock.instant();
        return Inspections.ahead(operator, inspection)
                .call(of -> noneOpen(inspection, Request.Kind.RECUSAL))
                .chain(of -> {
                    boolean assigned = of.inspectors().contains(asked.inspectorId());
                    Request.Change<Request.RequestMade> change = Request.forRecusal(ids.next(), assigned, now);
                    RequestRow row = row(of, change, asked.reason());
                    row.inspectorId = asked.inspectorId();
                    row.ground = asked.ground();
                    return save(row, change);
                });
    }

    private static RequestRow row(InspectionRow of, Request.Change<Request.RequestMade> change, String reason) {
        RequestRow row = new RequestRow();
        row.inspectionId = of.id;
        row.authority = of.authority;
        row.operatorId = of.operatorId;
        row.caseId = of.caseId;
        row.reason = reason;
        row.madeAt = change.event().at();
        row.take(change.request());
        return row;
    }

    private Uni<UUID> save(RequestRow row, Request.Change<Request.RequestMade> change) {
        return Panache.getSession()
                .chain(session -> session.persist(row))
                .chain(() -> outbox.append(RequestMessages.made(row, change)))
                .replaceWith(row.id);
    }

    /** The inspection is locked, so that of two at the same moment the second sees the first. */
    private static Uni<Void> noneOpen(UUID inspection, Request.Kind kind) {
        return count(inspection, kind)
                .invoke(open -> {
                    if (open > 0) {
                        throw Refusal.conflict(
                                "request.already-made", "There is a request that is not decided yet; wait for it");
                    }
                })
                .replaceWithVoid();
    }

    /** @param open of that kind and not decided; null: all slot requests */
    private static Uni<Long> count(UUID inspection, Request.Kind open) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        open == null
                                ? "select count(*) from RequestRow where inspectionId = :of and kind = :kind"
                                : "select count(*) from RequestRow where inspectionId = :of and kind = :kind and state = 'made'",
                        Long.class)
                .setParameter("of", inspection)
                .setParameter("kind", open == null ? Request.Kind.SLOT.word() : open.word())
                .getSingleResult());
    }

    static Uni<RequestRow> get(Actor actor, UUID inspection, UUID id) {
        return Rows.of(RequestRow.class, actor)
                .and("inspectionId = :of", "of", inspection)
                .one(id, "request.unknown");
    }

    /** @param slot where the interview goes when another slot is granted */
    @WithTransaction
    Uni<RequestRow> decide(Actor officer, RequestRow asked, long seen, RequestResource.Decision decision, Slot slot) {
        Instant now = clock.instant();
        return get(officer, asked.inspectionId, asked.id)
                .invoke(row -> ETags.check(seen, row.version))
                .call(row -> {
                    Request.Change<Request.RequestDecided> change =
                            row.request().decide(decision.granted(), now);
                    row.take(change.request());
                    row.answer = decision.answer();
                    row.decidedAt = now;
                    return outbox.append(RequestMessages.decided(row, change))
                            .chain(() -> decision.granted()
                                    ? grant(officer, row, slot)
                                    : Uni.createFrom().voidItem())
                            .chain(Rows::flush);
                });
    }

    private Uni<Void> grant(Actor officer, RequestRow row, Slot slot) {
        if (row.inspectorId != null) {
            return substitutions.recuse(officer, row.inspectionId, row.inspectorId);
        }
        if (slot == null) {
            throw Refusal.invalid("request.slot-required", "Say to when the interview is moved: startsAt and endsAt");
        }
        return interviews.move(officer, row.inspectionId, slot);
    }

    private static String text(ObjectMapper json, List<Window> preferred) {
        try {
            return json.writeValueAsString(preferred);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

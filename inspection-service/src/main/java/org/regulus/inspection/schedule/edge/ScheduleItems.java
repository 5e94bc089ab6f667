package org.regulus.inspection.schedule.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.common.time.IdSource;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.schedule.Remark;
import org.regulus.inspection.schedule.Review;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Timetable;
import org.regulus.inspection.schedule.Visit;

/** The interviews of a proposal as rows. At most {@code regulus.schedule.max-interviews} of them. */
@ApplicationScoped
class ScheduleItems {

    private final IdSource ids;
    private final ObjectMapper json;

    ScheduleItems(IdSource ids, ObjectMapper json) {
        this.ids = ids;
        this.json = json;
    }

    static Uni<List<ScheduleItemRow>> of(UUID proposal) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from ScheduleItemRow where proposalId = :proposal order by id", ScheduleItemRow.class)
                .setParameter("proposal", proposal)
                .getResultList());
    }

    static Map<UUID, Slot> pinned(List<ScheduleItemRow> items) {
        return items.stream()
                .filter(item -> item.pinned && item.startsAt != null)
                .collect(Collectors.toMap(item -> item.inspectionId, ScheduleItemRow::slot));
    }

    Uni<Void> write(ProposalRow proposal, Timetable timetable, Map<UUID, Term> plan) {
        Map<UUID, List<Remark>> remarks = new Review(timetable, plan).remarks();
        return numbers(timetable).chain(numbers -> {
            Object[] rows = timetable.visits().stream()
                    .map(visit -> row(proposal, visit, plan.get(visit.inspectionId()), numbers, remarks))
                    .toArray();
            return Panache.getSession().chain(session -> session.persistAll(rows));
        });
    }

    private ScheduleItemRow row(
            ProposalRow proposal, Visit visit, Term term, Map<UUID, String> numbers, Map<UUID, List<Remark>> remarks) {
        ScheduleItemRow row = new ScheduleItemRow();
        row.id = ids.next();
        row.proposalId = proposal.id;
        row.authority = proposal.authority;
        row.inspectionId = visit.inspectionId();
        row.caseNumber = numbers.get(visit.inspectionId());
        row.announcedAt = visit.announced() == null ? null : visit.announced().startsAt();
        row.pinned = visit.pinned() != null;
        row.place = visit.site().place();
        row.take(term == null ? null : term.slot());
        row.remarks = text(remarks.get(visit.inspectionId()));
        return row;
    }

    /** Says anew of each interview what speaks against its time. */
    Review.Rating review(ProposalRow proposal, Timetable timetable, List<ScheduleItemRow> items) {
        Map<UUID, Term> plan = new HashMap<>();
        items.stream()
                .filter(item -> item.startsAt != null)
                .forEach(item -> plan.put(item.inspectionId, ScheduleFacts.term(proposal, item.slot())));
        Review review = new Review(timetable, plan);
        Map<UUID, List<Remark>> remarks = review.remarks();
        items.forEach(item -> item.remarks = text(remarks.getOrDefault(item.inspectionId, List.of(GONE))));
        return review.rating();
    }

    private static final Remark GONE = new Remark(
            "not-to-be-planned",
            true,
            0,
            "The inspection no longer waits for an interview: it was held, or the inspection ended");

    List<Remark> remarks(ScheduleItemRow row) {
        try {
            return List.of(json.readValue(row.remarks, Remark[].class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean allowed(ScheduleItemRow row) {
        return remarks(row).stream().noneMatch(Remark::hard);
    }

    private String text(List<Remark> remarks) {
        try {
            return json.writeValueAsString(remarks);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Uni<Map<UUID, String>> numbers(Timetable timetable) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select id, caseNumber from InspectionRow where id in :ids", Object[].class)
                .setParameter(
                        "ids",
                        timetable.visits().stream().map(Visit::inspectionId).toList())
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]))));
    }
}

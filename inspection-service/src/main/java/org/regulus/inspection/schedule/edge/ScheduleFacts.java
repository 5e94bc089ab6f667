package org.regulus.inspection.schedule.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.WorkingDays;
import org.regulus.common.time.Zones;
import org.regulus.inspection.OfficeHours;
import org.regulus.inspection.OfficeHours.Slot;
import org.regulus.inspection.edge.Wishes;
import org.regulus.inspection.inspector.edge.InspectorRow;
import org.regulus.inspection.schedule.Availability;
import org.regulus.inspection.schedule.ScheduleRules;
import org.regulus.inspection.schedule.Term;
import org.regulus.inspection.schedule.Timetable;
import org.regulus.inspection.schedule.Visit;

/** What a proposal is made of: inspections that wait for an interview or have one to come, their inspectors, and the calendar. */
@ApplicationScoped
class ScheduleFacts {

    private final WorkingDays calendar;
    private final OfficeHours hours;
    private final ObjectMapper json;
    private final int maxInterviews;

    ScheduleFacts(
            WorkingDays calendar,
            ObjectMapper json,
            @ConfigProperty(name = "regulus.schedule.max-interviews") int maxInterviews) {
        this.calendar = calendar;
        this.hours = new OfficeHours(Zones.REGULATOR, calendar::isWorkingDay);
        this.json = json;
        this.maxInterviews = maxInterviews;
    }

    /** @param pinned where an officer wants interviews to be, by inspection */
    Uni<Timetable> of(ProposalRow proposal, Map<UUID, Slot> pinned) {
        return visits(proposal).chain(rows -> {
            List<Visit> visits =
                    rows.stream().map(row -> visit(row, proposal, pinned)).toList();
            Set<UUID> inspectors = visits.stream()
                    .flatMap(visit -> visit.inspectors().stream())
                    .collect(Collectors.toSet());
            return register(proposal.authority, inspectors).chain(register -> engaged(proposal, visits, inspectors)
                    .map(engaged -> timetable(proposal, visits, register, engaged)));
        });
    }

    void check(Slot slot) {
        hours.check(slot);
    }

    static Term term(ProposalRow proposal, Slot slot) {
        return Term.of(slot, proposal.firstDay, Zones.REGULATOR);
    }

    private Timetable timetable(
            ProposalRow proposal, List<Visit> visits, List<InspectorRow> register, Map<UUID, List<Slot>> engaged) {
        LocalDate told = proposal.asOf.atZone(Zones.REGULATOR).toLocalDate();
        Instant notBefore = calendar.plus(told, ScheduleRules.NOTICE_DAYS)
                .atStartOfDay(Zones.REGULATOR)
                .toInstant();
        List<Term> terms = hours
                .free(proposal.firstDay, proposal.days, Duration.ofMinutes(proposal.minutes), List.of(), notBefore)
                .stream()
                .map(slot -> term(proposal, slot))
                .toList();
        Map<UUID, Availability> inspectors = new HashMap<>();
        register.forEach(row -> inspectors.put(row.id, row.availability(engaged.getOrDefault(row.id, List.of()))));
        return new Timetable(visits, inspectors, terms, notBefore);
    }

    private Uni<List<Object[]>> visits(ProposalRow proposal) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select i.id, i.operator_id, i.case_id, array_to_string(i.inspector_ids, ','), i.wishes, c.province,
                               coalesce(c.risk_score, 0), v.starts_at, v.ends_at
                        from inspection i join known_case c on c.id = i.case_id
                        left join interview v on v.inspection_id = i.id
                        where i.authority = ?1 and (cast(cast(?2 as text) as uuid) is null or i.campaign_id = cast(cast(?2 as text) as uuid))
                          and (i.state = 'assigned' and not i.without_notice or i.state = 'scheduled' and v.starts_at > cast(cast(?3 as text) as timestamptz))
                        order by i.id limit ?4""",
                        Object[].class)
                .setParameter(1, proposal.authority)
                .setParameter(2, proposal.campaignId == null ? null : proposal.campaignId.toString())
                .setParameter(3, proposal.asOf.toString())
                .setParameter(4, maxInterviews + 1)
                .getResultList()
                .invoke(rows -> {
                    if (rows.size() > maxInterviews) {
                        throw Refusal.tooLarge(
                                "schedule.too-many", "A proposal has at most %d interviews".formatted(maxInterviews));
                    }
                }));
    }

    private Visit visit(Object[] row, ProposalRow proposal, Map<UUID, Slot> pinned) {
        UUID id = (UUID) row[0];
        UUID operator = (UUID) row[1];
        Wishes wishes = Wishes.read(json, (String) row[4]);
        Slot chosen = pinned.get(id);
        return new Visit(
                id,
                operator,
                Arrays.stream(((String) row[3]).split(","))
                        .map(UUID::fromString)
                        .toList(),
                new Visit.Site(wishes.placeOr("premises of operator " + operator), (String) row[5]),
                new Visit.Wishes(wishes.languageOr("zh"), wishes.windows()),
                row[7] == null ? null : term(proposal, new Slot(instant(row[7]), instant(row[8]))),
                chosen == null ? null : term(proposal, chosen),
                ((Number) row[6]).intValue());
    }

    private static Uni<List<InspectorRow>> register(String authority, Set<UUID> inspectors) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from InspectorRow where authority = :authority and id in :ids", InspectorRow.class)
                .setParameter("authority", authority)
                .setParameter("ids", inspectors)
                .getResultList());
    }

    /** Leave, and interviews of inspections that are not planned here. */
    private static Uni<Map<UUID, List<Slot>>> engaged(ProposalRow proposal, List<Visit> visits, Set<UUID> inspectors) {
        String planned = joined(visits.stream().map(Visit::inspectionId).toList());
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select l.inspector_id, l.starts_at, l.ends_at from inspector_leave l
                        where not l.withdrawn and l.inspector_id = any(cast(string_to_array(?1, ',') as uuid[])) and l.ends_at > cast(cast(?3 as text) as timestamptz)
                        union all
                        select e.inspector_id, lower(e.during), upper(e.during) from engagement e join interview v on v.id = e.interview_id
                        where e.inspector_id = any(cast(string_to_array(?1, ',') as uuid[])) and upper(e.during) > cast(cast(?3 as text) as timestamptz)
                          and v.inspection_id <> all(cast(string_to_array(?2, ',') as uuid[]))""",
                        Object[].class)
                .setParameter(1, joined(inspectors))
                .setParameter(2, planned)
                .setParameter(3, proposal.asOf.toString())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(
                                        row -> new Slot(instant(row[1]), instant(row[2])), Collectors.toList())))));
    }

    private static String joined(java.util.Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}

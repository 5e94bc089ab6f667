package org.regulus.inspection.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.inspection.OfficeHours.Slot;

/** Each rule of the plan, alone. Monday is 5 August 2019. */
class ScheduleRulesTest {

    private static final UUID LI = new UUID(1, 1);
    private static final UUID WANG = new UUID(1, 2);
    private static final UUID ZHAO = new UUID(1, 3);
    private static final UUID QIAN = new UUID(1, 4);
    private static final Term MONDAY_NINE = term("2019-08-05T01:00:00Z");
    private static final Term MONDAY_TEN = term("2019-08-05T02:00:00Z");
    private static final Term MONDAY_HALF_PAST_ELEVEN = term("2019-08-05T03:30:00Z");
    private static final Term TUESDAY_NINE = term("2019-08-06T01:00:00Z");
    private static final Term NEXT_MONDAY_NINE = term("2019-08-12T01:00:00Z");

    private final Map<UUID, Availability> inspectors =
            new HashMap<>(Map.of(LI, free(LI), WANG, free(WANG), ZHAO, free(ZHAO), QIAN, free(QIAN)));
    private Visit one = visit(1, LI, WANG);
    private Visit other = visit(2, LI, ZHAO);

    @Test
    void an_inspector_is_at_one_interview_at_a_time() {
        assertThat(codes(MONDAY_NINE, MONDAY_TEN)).contains("inspector-busy");
        other = visit(2, ZHAO, QIAN);
        assertThat(codes(MONDAY_NINE, MONDAY_TEN)).isEmpty();
    }

    @Test
    void an_inspector_needs_time_to_travel() {
        assertThat(codes(MONDAY_NINE, MONDAY_HALF_PAST_ELEVEN)).contains("inspector-busy");
        other = at(other, "premises 1", "44");
        assertThat(codes(MONDAY_NINE, MONDAY_HALF_PAST_ELEVEN)).doesNotContain("inspector-busy", "travel");
        other = at(other, "premises 2", "11");
        assertThat(codes(MONDAY_NINE, term("2019-08-05T06:00:00Z"))).contains("inspector-busy");
        assertThat(codes(MONDAY_NINE, term("2019-08-05T07:00:00Z"))).doesNotContain("inspector-busy");
    }

    @Test
    void a_place_has_one_interview_at_a_time() {
        other = at(visit(2, ZHAO, QIAN), "premises 1", "44");
        assertThat(codes(MONDAY_NINE, MONDAY_TEN)).containsExactly("place-busy");
        assertThat(codes(MONDAY_NINE, MONDAY_HALF_PAST_ELEVEN)).isEmpty();
    }

    @Test
    void an_inspector_on_leave_or_engaged_elsewhere_is_not_planned() {
        Slot leave = new Slot(Instant.parse("2019-08-05T02:30:00Z"), Instant.parse("2019-08-06T00:00:00Z"));
        inspectors.put(WANG, new Availability(WANG, true, Set.of("zh"), Set.of(), List.of(leave)));
        assertThat(codes(MONDAY_NINE, TUESDAY_NINE)).contains("inspector-away");
        assertThat(codes(TUESDAY_NINE, NEXT_MONDAY_NINE)).doesNotContain("inspector-away");
    }

    @Test
    void the_period_of_notice_is_kept_except_for_what_is_announced() {
        assertThat(codes(term("2019-08-01T01:00:00Z"), TUESDAY_NINE)).contains("notice");
        one = announced(one, term("2019-08-01T01:00:00Z"));
        assertThat(codes(term("2019-08-01T01:00:00Z"), TUESDAY_NINE)).doesNotContain("notice", "announced-otherwise");
    }

    @Test
    void who_may_not_inspect_is_not_planned_at_any_time() {
        inspectors.put(LI, new Availability(LI, false, Set.of("zh"), Set.of(), List.of()));
        inspectors.put(WANG, new Availability(WANG, true, Set.of("zh"), Set.of(one.operatorId()), List.of()));
        assertThat(impediments()).containsExactly("inspector-inactive", "inspector-recused");
        inspectors.remove(LI);
        inspectors.put(WANG, free(WANG));
        assertThat(impediments()).containsExactly("other-authority");
        one = visit(1, LI, LI);
        inspectors.put(LI, free(LI));
        assertThat(impediments()).containsExactly("too-few-inspectors");
    }

    @Test
    void one_of_the_two_speaks_the_language() {
        one = wishing(one, "bo", List.of());
        assertThat(impediments()).containsExactly("language");
        inspectors.put(WANG, new Availability(WANG, true, Set.of("zh", "bo"), Set.of(), List.of()));
        assertThat(impediments()).isEmpty();
    }

    @Test
    void travel_and_load_cost_the_more_the_closer() {
        assertThat(points("travel", TUESDAY_NINE)).isZero();
        assertThat(points("load", NEXT_MONDAY_NINE)).isZero();
        assertThat(points("load", TUESDAY_NINE)).isEqualTo(1);
        assertThat(points("load", term("2019-08-05T06:00:00Z"))).isEqualTo(6);
        assertThat(points("travel", term("2019-08-05T06:00:00Z"))).isEqualTo(6);
        other = at(other, "premises 2", "11");
        assertThat(points("travel", TUESDAY_NINE)).isEqualTo(10);
    }

    @Test
    void the_operators_wish_the_risk_and_what_was_announced_have_their_price() {
        one = wishing(one, "zh", List.of(TUESDAY_NINE.slot()));
        assertThat(codes(MONDAY_NINE, NEXT_MONDAY_NINE)).containsExactly("not-preferred");
        assertThat(codes(TUESDAY_NINE, NEXT_MONDAY_NINE)).isEmpty();
        one = announced(visit(1, LI, WANG), TUESDAY_NINE);
        assertThat(ScheduleRules.changePoints(one, NEXT_MONDAY_NINE)).isEqualTo(130);
        assertThat(ScheduleRules.changePoints(one, TUESDAY_NINE)).isZero();
        Visit risky = new Visit(
                one.inspectionId(), one.operatorId(), one.inspectors(), one.site(), one.wishes(), null, null, 100);
        assertThat(ScheduleRules.riskPoints(risky, NEXT_MONDAY_NINE)).isEqualTo(14);
    }

    @Test
    void greedy_keeps_what_is_pinned_and_announced_and_leaves_out_what_cannot_be() {
        one = announced(one, TUESDAY_NINE);
        other = new Visit(
                other.inspectionId(),
                other.operatorId(),
                other.inspectors(),
                other.site(),
                other.wishes(),
                null,
                NEXT_MONDAY_NINE,
                0);
        Map<UUID, Term> plan = Greedy.plan(timetable());
        assertThat(plan).containsEntry(one.inspectionId(), TUESDAY_NINE);
        assertThat(plan).containsEntry(other.inspectionId(), NEXT_MONDAY_NINE);
        inspectors.remove(WANG);
        assertThat(Greedy.plan(timetable())).containsOnlyKeys(other.inspectionId());
        assertThat(new Review(timetable(), Map.of()).remarks().get(other.inspectionId()))
                .extracting(Remark::code)
                .containsExactly("no-time");
    }

    private Timetable timetable() {
        return new Timetable(
                List.of(one, other),
                inspectors,
                List.of(MONDAY_NINE, TUESDAY_NINE, NEXT_MONDAY_NINE),
                MONDAY_NINE.startsAt());
    }

    private List<String> codes(Term first, Term second) {
        return remarks(first, second).stream()
                .map(Remark::code)
                .filter(code -> !code.equals("load"))
                .toList();
    }

    private List<Remark> remarks(Term first, Term second) {
        Map<UUID, Term> plan = Map.of(one.inspectionId(), first, other.inspectionId(), second);
        return new Review(timetable(), plan).remarks().get(one.inspectionId());
    }

    private long points(String code, Term second) {
        return remarks(MONDAY_NINE, second).stream()
                .filter(remark -> remark.code().equals(code))
                .mapToLong(Remark::points)
                .sum();
    }

    private List<String> impediments() {
        return timetable().impediments(one).stream().map(Remark::code).toList();
    }

    private static Availability free(UUID id) {
        return new Availability(id, true, Set.of("zh"), Set.of(), List.of());
    }

    private static Term term(String startsAt) {
        Instant start = Instant.parse(startsAt);
        return Term.of(
                new Slot(start, start.plusSeconds(7_200)), LocalDate.parse("2019-08-05"), ZoneId.of("Asia/Shanghai"));
    }

    private static Visit visit(int number, UUID first, UUID second) {
        return new Visit(
                new UUID(2, number),
                new UUID(3, number),
                List.of(first, second),
                new Visit.Site("premises " + number, "44"),
                new Visit.Wishes("zh", List.of()),
                null,
                null,
                0);
    }

    private static Visit at(Visit visit, String place, String province) {
        return new Visit(
                visit.inspectionId(),
                visit.operatorId(),
                visit.inspectors(),
                new Visit.Site(place, province),
                visit.wishes(),
                null,
                null,
                0);
    }

    private static Visit wishing(Visit visit, String language, List<Slot> preferred) {
        return new Visit(
                visit.inspectionId(),
                visit.operatorId(),
                visit.inspectors(),
                visit.site(),
                new Visit.Wishes(language, preferred),
                null,
                null,
                0);
    }

    private static Visit announced(Visit visit, Term term) {
        return new Visit(
                visit.inspectionId(),
                visit.operatorId(),
                visit.inspectors(),
                visit.site(),
                visit.wishes(),
                term,
                null,
                0);
    }

    @ParameterizedTest(name = "{0}: begin {1}, finish {2}, fail {3}, adjust {4}, publish {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from    | begin   | finish | fail   | adjust | publish
            waiting   | solving | -      | -      | -      | -
            solving   | solving | ready  | failed | -      | -
            ready     | -       | -      | -      | ready  | published
            failed    | -       | -      | -      | -      | -
            published | -       | -      | -      | -      | published
            """)
    void every_move_of_a_proposal(
            String from, String begin, String finish, String fail, String adjust, String publish) {
        Proposal proposal = Proposal.of(from);
        check(begin, proposal::begin);
        check(finish, proposal::finish);
        check(fail, proposal::fail);
        check(adjust, proposal::adjust);
        check(publish, proposal::publish);
    }

    private static void check(String expected, Supplier<Proposal> move) {
        if (expected.equals("-")) {
            assertThatThrownBy(move::get).isInstanceOf(Refusal.class);
        } else {
            assertThat(move.get().word()).isEqualTo(expected);
        }
    }
}

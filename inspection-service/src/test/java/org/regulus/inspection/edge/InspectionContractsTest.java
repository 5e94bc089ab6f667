package org.regulus.inspection.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.inspection.OfficeHours;
import org.regulus.inspection.inspector.edge.InspectorMessages;

/** What this feature announces is what its contracts promise. */
class InspectionContractsTest {

    private static UUID id(String end) {
        return UUID.fromString("01976a2e-5c00-7000-8000-0000000000" + end);
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Test
    void opened() {
        Golden.check(
                InspectionMessages.OPENED,
                new InspectionMessages.InspectionOpened(
                        id("01"), id("07"), id("02"), id("03"), "MIIT", "drawn", id("06"), at("2019-07-17T02:00:00Z")));
    }

    @Test
    void assigned() {
        Golden.check(
                InspectionMessages.ASSIGNED,
                new InspectionMessages.InspectorsAssigned(
                        id("01"), id("07"), id("03"), "MIIT", List.of(id("11"), id("12")), at("2019-07-17T02:00:00Z")));
    }

    @Test
    void shares() {
        Golden.check(
                InspectionMessages.SHARE_REVEALED,
                new InspectionMessages.InspectorShareRevealed(
                        id("01"), id("07"), id("03"), "MIIT", "operators-council", at("2019-07-18T08:00:00Z")));
    }

    @Test
    void inspectors() {
        Golden.check(
                InspectorMessages.REGISTERED,
                new InspectorMessages.InspectorRegistered(
                        id("11"), "MIIT", "inspector-011@regulator.example", "zh", at("2019-06-03T02:00:00Z")));
    }

    @Test
    void leaves() {
        Golden.check(
                InspectorMessages.LEAVE_NOTED,
                new InspectorMessages.LeaveNoted(
                        id("31"),
                        id("11"),
                        "MIIT",
                        at("2019-08-01T16:00:00Z"),
                        at("2019-08-02T04:00:00Z"),
                        at("2019-07-18T02:00:00Z")));
        Golden.check(
                InspectorMessages.LEAVE_WITHDRAWN,
                new InspectorMessages.LeaveWithdrawn(id("31"), id("11"), "MIIT", at("2019-07-19T02:00:00Z")));
    }

    @Test
    void concluded() {
        var finding = new InspectionMessages.Finding(id("09"), "GP-01", "major", "Order 11, Art. 11");
        Golden.check(
                InspectionMessages.CONCLUDED,
                new InspectionMessages.InspectionConcluded(
                        id("01"),
                        id("07"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        "issues",
                        List.of(finding),
                        at("2019-08-07T06:00:00Z")));
    }

    @Test
    void interviews() {
        Golden.check(
                InterviewMessages.SCHEDULED,
                new InterviewMessages.InterviewScheduled(
                        id("01"),
                        id("07"),
                        id("08"),
                        id("03"),
                        "MIIT",
                        at("2019-08-05T01:00:00Z"),
                        at("2019-08-05T03:00:00Z"),
                        at("2019-07-18T02:00:00Z")));
        Golden.check(
                InterviewMessages.RESCHEDULED,
                new InterviewMessages.InterviewRescheduled(
                        id("01"),
                        id("07"),
                        id("08"),
                        id("03"),
                        "MIIT",
                        at("2019-08-05T01:00:00Z"),
                        at("2019-08-06T01:00:00Z"),
                        at("2019-08-06T03:00:00Z"),
                        at("2019-07-19T02:00:00Z")));
        Golden.check(
                InterviewMessages.HELD,
                new InterviewMessages.InterviewHeld(
                        id("01"), id("07"), id("08"), id("03"), "MIIT", at("2019-08-06T03:00:00Z")));
    }

    @Test
    void wishes() {
        var window = new OfficeHours.Slot(at("2019-08-05T01:00:00Z"), at("2019-08-06T04:00:00Z"));
        Golden.check(
                InspectionMessages.WISHES,
                new InspectionMessages.WishesStated(
                        id("01"), id("07"), id("03"), "MIIT", "zh", List.of(window), at("2019-07-18T02:00:00Z")));
    }

    @Test
    void the_operators_side() {
        List<String> items = List.of("GP-01", "GP-02");
        Golden.check(
                PlanMessages.PLANNED,
                new PlanMessages.InspectionPlanned(
                        id("01"), id("07"), id("03"), "MIIT", items, at("2019-07-17T06:00:00Z")));
        Golden.check(
                PlanMessages.APPROVED,
                new PlanMessages.InspectionApproved(id("01"), id("07"), id("03"), "MIIT", at("2019-07-17T08:00:00Z")));
        Golden.check(
                PlanMessages.NOTICED,
                new PlanMessages.InspectionNoticed(
                        id("01"), id("07"), id("03"), "MIIT", items, false, at("2019-07-18T02:00:00Z")));
        Golden.check(
                InspectionMessages.REPLACED,
                new InspectionMessages.InspectorReplaced(
                        id("01"),
                        id("07"),
                        id("03"),
                        "MIIT",
                        id("11"),
                        id("13"),
                        "recusal",
                        "ab".repeat(32),
                        at("2019-07-19T02:00:00Z")));
        Golden.check(
                InterviewMessages.CONFIRMED,
                new InterviewMessages.InterviewConfirmed(
                        id("01"), id("07"), id("08"), id("03"), "MIIT", at("2019-07-19T02:00:00Z")));
    }

    @Test
    void one_that_falls_out() {
        Golden.check(
                InspectionMessages.FALLEN_OUT,
                new InspectionMessages.InspectionReplaced(
                        id("01"),
                        id("07"),
                        id("02"),
                        id("03"),
                        "MIIT",
                        id("06"),
                        "operator-ceased",
                        at("2019-07-18T02:00:00Z")));
        Golden.check(
                InterviewMessages.CANCELLED,
                new InterviewMessages.InterviewCancelled(
                        id("01"),
                        id("07"),
                        id("08"),
                        id("03"),
                        "MIIT",
                        at("2019-08-05T01:00:00Z"),
                        at("2019-07-18T02:00:00Z")));
    }

    @Test
    void inspectors_for_cause() {
        Golden.check(
                InspectionMessages.DRAW_COMMITTED,
                new InspectionMessages.InspectorDrawCommitted(
                        id("01"), id("07"), id("03"), "MIIT", "ab".repeat(32), at("2019-07-18T02:00:00Z")));
    }
}

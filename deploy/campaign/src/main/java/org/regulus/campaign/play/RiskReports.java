package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;

/** Operators go on reporting risks; the officers look at each and decide whether it calls for an inspection. */
final class RiskReports {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 22);

    private final Play play;

    RiskReports(Play play) {
        this.play = play;
    }

    /** @return how many of them were found to call for an inspection */
    int reportAndTriage(List<Participant> participants) {
        play.moveTo(DAY, "11:00");
        List<Participant> reporting =
                participants.stream().filter(one -> one.fate().reportsRisk()).toList();
        List<Boolean> serious = play.crowd.map(reporting, this::reportAndTriage);
        int inspect = (int) serious.stream().filter(yes -> yes).count();
        play.acts.did(Act.RISK_REPORTED, reporting.size());
        play.progress.say("risk reports: %d, of which %d call for an inspection", reporting.size(), inspect);
        return inspect;
    }

    private boolean reportAndTriage(Participant one) {
        boolean serious = one.fate().hasIssues();
        String grade = serious ? "relatively-major" : "general";
        Answer reported = play.filing(one.system())
                .post(
                        "/risk-reports",
                        Map.of(
                                "title",
                                "弱口令暴露（演示）",
                                "description",
                                "A management port with a weak password was open to the internet (synthetic).",
                                "grade",
                                grade,
                                "discoveredAt",
                                DAY.minusDays(1)
                                        .atTime(9, 0)
                                        .atZone(Play.ZONE)
                                        .toInstant()
                                        .toString(),
                                "authority",
                                Campaign2019.authority(),
                                "caseId",
                                one.caseId()));
        UUID id = reported.id();
        Api officer = play.filing(play.officers.officer);
        String path = "/risk-reports/" + id;
        officer.put(
                path + "/triage",
                officer.get(path).etag(),
                Map.of("outcome", serious ? "inspect" : "no-action", "grade", grade));
        return serious;
    }
}

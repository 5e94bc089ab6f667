package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.regulus.campaign.client.Doorstep;

/** The whole campaign, from the notice to the last closed case. */
public final class Campaign2019 {

    private static final String AUTHORITY = "MIIT";
    private static final String CODE = "NS";

    private final Play play;
    private final String seed;

    public Campaign2019(Play play, String seed) {
        this.play = play;
        this.seed = seed;
    }

    public static String authority() {
        return AUTHORITY;
    }

    /** @return what is not as the rules would have it; nothing, when all is well */
    public List<String> run(String register, int operators) {
        try (Evidence evidence = new Evidence(play);
                Doorstep doorstep = new Doorstep(play.stack)) {
            Preparation preparation = new Preparation(play);
            preparation.authorities();
            List<Participant> everybody = preparation.register(register);
            String code = freshCode();
            preparation.inspectors(code, Math.max(operators, everybody.size()));

            Onlookers onlookers = new Onlookers(play, doorstep);
            onlookers.beforeTheNotice();
            Filing filing = new Filing(play, code);
            filing.publish(everybody, seed);
            onlookers.onceThereIs(filing.campaignId());
            filing.window();
            filing.close();
            List<Participant> participants = filing.participants();
            new Sharing(play, filing.campaignId()).share();
            Desk desk = new Desk(play, filing.campaignId());
            desk.assign(participants);
            onlookers.beforeTheInspections();
            new RiskReports(play).reportAndTriage(participants);
            Complaints complaints = new Complaints(play);
            List<Visit> visits = inspect(filing, participants, complaints);
            long withIssues = visits.stream()
                    .filter(one -> one.participant().fate().hasIssues())
                    .count();
            Rectification rectification = new Rectification(play, visits);
            List<Proceeding> decided =
                    new Penalties(play, rectification, new Post(play, doorstep)).pursue(rectification.play(withIssues));
            AfterDecision after = new AfterDecision(play);
            after.settle(decided);
            new Published(play).await(visits);
            new LatePayers(play).settle(decided);
            after.awaitPublicNotices();
            filing.complete();
            desk.export(participants.size());
            Evidence.Findings found = evidence.gather();
            onlookers.inTheEnd(participants, complaints.taken(), found);
            return summary(filing, participants, visits, found);
        }
    }

    private List<Visit> inspect(Filing filing, List<Participant> participants, Complaints complaints) {
        RandomCheck check = new RandomCheck(play, filing.campaignId());
        List<Participant> blameless =
                participants.stream().filter(one -> !isForCause(one)).toList();
        int complained = complaints.take(blameless);
        int accepted = blameless.size() - complained;
        check.draw(seed, accepted, participants.size() - accepted);
        Map<UUID, Participant> byCase =
                participants.stream().collect(Collectors.toMap(Participant::caseId, one -> one));
        List<JsonNode> inspections = check.inspections(play.inspection(play.officers.officer));
        List<Visit> drawn = IntStream.range(0, inspections.size())
                .mapToObj(number -> visit(number, inspections.get(number), byCase))
                .toList();
        List<Visit> visits = Casting.cast(drawn, Casting.INSPECTION, Visit::fate, Visit::with);
        causes(inspections);
        new Notices(play).give(visits, seed);
        check.substitutes();
        List<Visit> fixed = new Scheduling(play, filing.campaignId()).fix(visits);
        new Calendars(play).compare(fixed);
        new OnSite(play).inspect(fixed);
        return fixed;
    }

    private void causes(List<JsonNode> inspections) {
        Map<String, Act> acts = Map.of(
                "drawn", Act.DRAWN,
                "overdue", Act.FOR_OVERDUE,
                "risk", Act.FOR_RISK,
                "complaint", Act.FOR_COMPLAINT);
        inspections.forEach(one -> play.acts.did(acts.get(one.path("cause").asText()), 1));
    }

    private static Visit visit(int number, JsonNode inspection, Map<UUID, Participant> byCase) {
        return Visit.unfixed(
                number,
                UUID.fromString(inspection.path("id").asText()),
                byCase.get(UUID.fromString(inspection.path("caseId").asText())));
    }

    /** Late and silent operators are inspected for that; so are those whose risk report is serious. */
    private static boolean isForCause(Participant one) {
        return one.fate().filing() != Fate.Filing.IN_TIME
                || one.fate().reportsRisk() && one.fate().hasIssues();
    }

    private List<String> summary(
            Filing filing, List<Participant> participants, List<Visit> visits, Evidence.Findings found) {
        Summary summary = new Summary(play);
        summary.cases(filing.cases(), participants, visits);
        summary.timelines(participants, found.eventsByCase());
        summary.events(found);
        summary.acts();
        return summary.faults();
    }

    /** Every run is a campaign of its own: NS, then NS2, NS3, … */
    private String freshCode() {
        Set<String> taken = play.filing(play.officers.manager).all("/campaigns").stream()
                .map(one -> one.path("code").asText().replaceFirst(".*-", ""))
                .collect(Collectors.toSet());
        IntFunction<String> name = n -> n == 1 ? CODE : CODE + n;
        int n = 1;
        while (taken.contains(name.apply(n))) {
            n++;
        }
        return name.apply(n);
    }
}

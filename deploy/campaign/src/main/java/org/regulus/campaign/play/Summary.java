package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Refused;

/** The end of the play: every case held against what the rules allow, every event against the ledger. */
public final class Summary {

    /** How a case of a campaign may end. */
    static final Set<String> OUTCOMES =
            Set.of("no-check", "no-issue", "rectified", "penalised", "no-penalty", "no-action");

    private static final int NOT_FOUND = 404;

    private final Play play;
    private final List<String> faults = new ArrayList<>();
    private int cases;
    private int timelineEntries;

    Summary(Play play) {
        this.play = play;
    }

    /** @param visits to the cases that were checked, on the spot or for cause */
    void cases(List<JsonNode> all, List<Participant> participants, List<Visit> visits) {
        Map<UUID, Fate> inspected = new HashMap<>();
        visits.forEach(one -> inspected.put(one.participant().caseId(), one.fate()));
        Map<String, Integer> table = new TreeMap<>();
        for (JsonNode one : all) {
            String state = one.path("state").asText();
            String outcome = one.path("outcome").asText();
            table.merge(state + (outcome.isEmpty() ? "" : ", " + outcome), 1, Integer::sum);
            UUID id = UUID.fromString(one.path("id").asText());
            String expected = expected(inspected.get(id));
            if (!state.equals("closed") || !OUTCOMES.contains(outcome)) {
                faults.add("case %s is %s %s; allowed: closed with one of %s".formatted(id, state, outcome, OUTCOMES));
            } else if (!outcome.equals(expected)) {
                faults.add("case %s ended %s, but its story ends %s".formatted(id, outcome, expected));
            }
        }
        cases = all.size();
        if (cases != participants.size()) {
            faults.add("%d cases were opened, %d are there".formatted(participants.size(), cases));
        }
        print("cases by outcome", table);
    }

    /** @param fate null when the case was not inspected */
    private static String expected(Fate fate) {
        if (fate == null) {
            return "no-check";
        }
        if (!fate.hasIssues()) {
            return "no-issue";
        }
        if (fate.isRectified() || fate.course() == Course.WITHDRAWN) {
            return "rectified";
        }
        return fate.course() == Course.NO_PENALTY ? "no-penalty" : "penalised";
    }

    /** What was played, part by part; what was not is a fault. */
    void acts() {
        for (Act.Part part : Act.Part.values()) {
            print("played: " + part.name().toLowerCase(Locale.ROOT), play.acts.of(part));
        }
        faults.addAll(play.acts.missing());
    }

    /** Each case's timeline has an entry for each of its events. */
    void timelines(List<Participant> participants, Map<String, Integer> eventsByCase) {
        Api officer = play.notification(play.officers.officer);
        List<Integer> entries = play.crowd.map(participants, one -> {
            int there = entries(officer, one);
            int events = eventsByCase.getOrDefault(one.caseId().toString(), 0);
            return there == events ? there : -there - 1;
        });
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) < 0) {
                Participant one = participants.get(i);
                faults.add("the timeline of case %s has %d entries for %d events"
                        .formatted(
                                one.caseId(),
                                -entries.get(i) - 1,
                                eventsByCase.getOrDefault(one.caseId().toString(), 0)));
            }
        }
        timelineEntries = entries.stream().mapToInt(Math::abs).sum();
    }

    private static int entries(Api officer, Participant one) {
        try {
            return officer.all("/cases/" + one.caseId() + "/timeline").size();
        } catch (Refused unknown) {
            if (unknown.status() == NOT_FOUND) {
                return 0;
            }
            throw unknown;
        }
    }

    void events(Evidence.Findings found) {
        print("events by type, read from the topics", found.eventsByType());
        int events = found.eventsByType().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        play.progress.plain("%-58s %7d".formatted("all events", events));
        play.progress.plain("%-58s %7d".formatted("timeline entries", timelineEntries));
        play.progress.plain("%-58s %7d"
                .formatted(
                        "mails served", found.eventsByType().getOrDefault("regulus.notification.notice-served.v1", 0)));
        if (found.missing() > 0) {
            faults.add(found.missing() + " events of the topics are not in the ledger");
        }
        if (found.altered() != null) {
            faults.add("the ledger's event " + found.altered() + " is not what was on the topic");
        }
        found.chain().fault().ifPresent(fault -> faults.add("the ledger is not intact: " + fault));
        if (found.sound()) {
            play.progress.plain("%-58s %7d"
                    .formatted(
                            "ledger verified: entries recomputed, nothing missing",
                            found.chain().entries()));
            play.progress.plain("ledger head " + found.chain().head());
        }
    }

    private void print(String title, Map<String, Integer> table) {
        play.progress.plain("");
        play.progress.plain(title);
        table.forEach((name, count) -> play.progress.plain("  %-56s %7d".formatted(name, count)));
    }

    List<String> faults() {
        return List.copyOf(faults);
    }
}

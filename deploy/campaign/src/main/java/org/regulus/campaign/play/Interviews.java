package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.draw.Digests;

/** On-site interviews: two inspectors each, in a slot in which both are free; some are moved; then held, day by day. */
final class Interviews {

    /** An interview that is fixed. */
    private record Fixed(UUID inspectionId, Participant participant, Instant startsAt, Instant endsAt) {
        LocalDate day() {
            return LocalDate.ofInstant(startsAt, Play.ZONE);
        }
    }

    private static final LocalDate SCHEDULING = LocalDate.of(2019, 7, 26);
    private static final Duration REVEAL_WITHIN = Duration.ofDays(60);
    private static final LocalDate FROM = LocalDate.of(2019, 8, 1);
    private static final LocalDate MOVED_FROM = LocalDate.of(2019, 8, 5);
    private static final int MOVED_ONE_IN = 12;
    private static final int TRIES = 20;
    private static final int SPREAD = 60;

    private final Play play;
    private final Map<UUID, Participant> byCase;

    Interviews(Play play, List<Participant> participants) {
        this.play = play;
        this.byCase = participants.stream().collect(Collectors.toMap(Participant::caseId, one -> one));
    }

    /** Schedules and holds all of them; what was found decides whether an inspection ends with issues. */
    void holdAll(List<JsonNode> inspections, String seed) {
        play.moveTo(SCHEDULING, "09:30");
        List<Fixed> fixed = play.crowd.map(inspections, inspection -> {
            UUID id = UUID.fromString(inspection.path("id").asText());
            draftInspectors(id, seed);
            Approvals.obtain(play, "/inspections/" + id);
            Participant about =
                    byCase.get(UUID.fromString(inspection.path("caseId").asText()));
            return fix(id, about, FROM);
        });
        play.progress.say("interviews fixed in free slots: %d", fixed.size());
        List<Fixed> moved = play.crowd.map(fixed, one -> isMoved(one) ? move(one) : one);
        play.progress.say(
                "interviews moved: %d",
                fixed.stream().filter(Interviews::isMoved).count());
        holdDayByDay(moved);
    }

    /** Inspections for cause have no inspectors yet: two are drawn by the shares of two bodies, named and hidden before. */
    private void draftInspectors(UUID inspectionId, String seed) {
        Api officer = play.inspection(play.officers.officer);
        String path = "/inspections/" + inspectionId;
        Answer inspection = officer.get(path);
        if (!inspection.body().path("inspectorIds").isEmpty()) {
            return;
        }
        List<Map<String, String>> shares = List.of(
                share("authority", seed + "|" + inspectionId), share("audit-office", seed + "|audit|" + inspectionId));
        List<Map<String, String>> parties = shares.stream()
                .map(one -> Map.of(
                        "name", one.get("party"), "commitment", Digests.sha256(one.get("nonce") + one.get("share"))))
                .toList();
        String revealBy = Instant.parse(inspection.body().path("openedAt").asText())
                .plus(REVEAL_WITHIN)
                .toString();
        officer.put(
                path + "/inspector-commitment",
                inspection.etag(),
                Map.of(
                        "seedSource",
                        "the authority and the audit office",
                        "seed",
                        Map.of("kind", "commit-reveal", "parties", parties, "revealBy", revealBy)));
        officer.put(path + "/inspectors", officer.get(path).etag(), Map.of("reveals", shares));
    }

    private static Map<String, String> share(String party, String from) {
        return Map.of(
                "party", party, "nonce", Digests.sha256("nonce|" + from), "share", RandomCheck.dice("share|" + from));
    }

    /** Others schedule at the same time; who comes second looks for another slot. */
    private Fixed fix(UUID inspectionId, Participant about, LocalDate from) {
        Api officer = play.inspection(play.officers.officer);
        String path = "/inspections/" + inspectionId;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            JsonNode slot = slot(officer, path, from, attempt);
            String etag = officer.get(path).etag();
            Answer answer = officer.tryPut(path + "/interview", etag, body(slot));
            if (answer.ok()) {
                return fixed(inspectionId, about, slot);
            }
            if (!answer.code().equals("interview.inspector-busy") && answer.status() != 412) {
                throw new IllegalStateException("The interview of %s was refused: %s".formatted(path, answer.body()));
            }
        }
        throw new IllegalStateException("No slot could be had for " + path);
    }

    private Fixed move(Fixed one) {
        Api officer = play.inspection(play.officers.officer);
        String path = "/inspections/" + one.inspectionId();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            JsonNode slot = slot(officer, path, MOVED_FROM, attempt);
            String etag = officer.get(path + "/interview").etag();
            Answer answer = officer.tryPut(path + "/interview", etag, body(slot));
            if (answer.ok()) {
                return fixed(one.inspectionId(), one.participant(), slot);
            }
        }
        return one;
    }

    /** One of the first free slots, not always the same one, so that few users collide. */
    private static JsonNode slot(Api officer, String path, LocalDate from, int attempt) {
        List<JsonNode> slots = new ArrayList<>();
        JsonNode told = officer.get(path + "/free-slots?days=20&minutes=120&from=" + from)
                .body();
        (told.isArray() ? told : told.path("items")).forEach(slots::add);
        if (slots.isEmpty()) {
            throw new IllegalStateException("No free slot for " + path);
        }
        return slots.get(Math.floorMod(path.hashCode() + 7 * attempt, Math.min(SPREAD, slots.size())));
    }

    private static Map<String, Object> body(JsonNode slot) {
        return Map.of(
                "startsAt", slot.path("startsAt").asText(),
                "endsAt", slot.path("endsAt").asText(),
                "place", "运营单位机房（演示）");
    }

    private static Fixed fixed(UUID inspectionId, Participant about, JsonNode slot) {
        return new Fixed(
                inspectionId,
                about,
                Instant.parse(slot.path("startsAt").asText()),
                Instant.parse(slot.path("endsAt").asText()));
    }

    private static boolean isMoved(Fixed one) {
        return Math.floorMod(one.participant().uscc().hashCode(), MOVED_ONE_IN) == 0;
    }

    private void holdDayByDay(List<Fixed> all) {
        Map<LocalDate, List<Fixed>> byDay =
                all.stream().collect(Collectors.groupingBy(Fixed::day, TreeMap::new, Collectors.toList()));
        byDay.forEach((day, today) -> {
            play.moveTo(day, "18:00");
            play.crowd.each(today, this::holdAndConclude);
        });
        play.progress.say(
                "interviews held on %d days, %d inspections concluded with issues",
                byDay.size(),
                all.stream().filter(one -> one.participant().fate().hasIssues()).count());
    }

    private void holdAndConclude(Fixed one) {
        Api inspector = play.inspection(play.officers.inspector);
        String path = "/inspections/" + one.inspectionId();
        inspector.put(
                path + "/interview/record",
                inspector.get(path + "/interview").etag(),
                Map.of(
                        "heldAt",
                        one.endsAt().toString(),
                        "attendees",
                        3,
                        "summary",
                        "Questions answered, records shown (synthetic)."));
        if (one.participant().fate().hasIssues()) {
            inspector.put(path + "/findings", inspector.get(path).etag(), Map.of("findings", findings(one)));
        }
        inspector.put(path + "/conclusion", inspector.get(path).etag(), Map.of());
    }

    private static List<Map<String, Object>> findings(Fixed one) {
        int first = Math.floorMod(one.participant().uscc().hashCode(), 7);
        return List.of(finding(first, "major"), finding(first + 1, "minor"));
    }

    private static Map<String, Object> finding(int item, String severity) {
        return Map.of(
                "item",
                Questionnaire.id(item),
                "severity",
                severity,
                "legalReference",
                Questionnaire.reference(item),
                "text",
                "整改项（演示）");
    }
}

package org.regulus.campaign.play;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.draw.Digests;

/** The visits, day by day: what is asked and found goes into the record, which is read back and signed, or the refusal is witnessed. */
final class OnSite {

    private static final int REFUSES_TO_SIGN_ONE_IN = 15;

    private final Play play;

    OnSite(Play play) {
        this.play = play;
    }

    void inspect(List<Visit> all) {
        Map<LocalDate, List<Visit>> byDay =
                all.stream().collect(Collectors.groupingBy(Visit::day, TreeMap::new, Collectors.toList()));
        byDay.forEach((day, today) -> {
            play.moveTo(day, "18:00");
            play.crowd.each(today, this::inspect);
        });
        long refused = all.stream().filter(OnSite::refusesToSign).count();
        play.acts.did(Act.SIGNED, all.size() - refused);
        play.acts.did(Act.NOT_SIGNED, refused);
        play.progress.say(
                "records signed on %d days, %d refused; %d inspections concluded with issues",
                byDay.size(),
                refused,
                all.stream().filter(one -> one.participant().fate().hasIssues()).count());
    }

    private void inspect(Visit visit) {
        Api inspector = play.inspection(play.officers.inspector);
        String record = visit.path() + "/record";
        Map<String, Object> batch = Map.of("entries", entries(visit));
        inspector.post(record + "/entries", batch);
        inspector.post(record + "/entries", batch); // the tablet did not hear the answer
        inspector.put(record + "/signature", inspector.get(record).etag(), signature(visit));
        inspector.put(visit.path() + "/conclusion", inspector.get(visit.path()).etag(), Map.of());
    }

    private static Map<String, Object> signature(Visit visit) {
        return refusesToSign(visit)
                ? Map.of("readBack", true, "refused", true, "reason", "对记录有异议（演示）", "witness", "物业管理处（演示）")
                : Map.of("readBack", true, "refused", false, "signedBy", "网络安全负责人（演示）");
    }

    private static boolean refusesToSign(Visit visit) {
        return visit.isOneIn(REFUSES_TO_SIGN_ONE_IN, 2);
    }

    private static List<Map<String, Object>> entries(Visit visit) {
        int first = Math.floorMod(visit.participant().uscc().hashCode(), 7);
        List<Map<String, Object>> entries = new ArrayList<>(List.of(
                entry(visit, "attendee", attendee("inspector", "检查人员甲（演示）", true)),
                entry(visit, "attendee", attendee("inspector", "检查人员乙（演示）", true)),
                entry(visit, "attendee", attendee("operator", "网络安全负责人（演示）", false)),
                entry(visit, "question", Map.of("question", "日志留存多久？", "answer", "六个月。", "answeredBy", "网络安全负责人（演示）")),
                entry(visit, "finding", corrected(first))));
        if (visit.participant().fate().hasIssues()) {
            entries.add(entry(visit, "finding", finding(visit, first, "major")));
            entries.add(entry(visit, "finding", finding(visit, first + 1, "minor")));
        }
        return entries;
    }

    private static Map<String, Object> entry(Visit visit, String kind, Map<String, Object> what) {
        return Map.of("id", UUID.randomUUID(), "notedAt", visit.endsAt().toString(), kind, what);
    }

    private static Map<String, Object> attendee(String side, String name, boolean credentialsShown) {
        return Map.of("side", side, "name", name, "function", "安全（演示）", "credentialsShown", credentialsShown);
    }

    /** A minor point, put right on the spot: it is in the record and needs no order. */
    private static Map<String, Object> corrected(int item) {
        return Map.of(
                "item",
                Questionnaire.id(item),
                "severity",
                "minor",
                "legalReference",
                Questionnaire.reference(item),
                "text",
                "应急联系人未更新（演示）",
                "evidence",
                List.of(),
                "correction",
                "当场更新（演示）");
    }

    private static Map<String, Object> finding(Visit visit, int item, String severity) {
        Instant taken = visit.startsAt();
        return Map.of(
                "item", Questionnaire.id(item),
                "severity", severity,
                "legalReference", Questionnaire.reference(item),
                "text", "整改项（演示）",
                "evidence",
                        List.of(Map.of(
                                "digest",
                                Digests.sha256("photo|" + visit.inspectionId()),
                                "label",
                                "机房照片（演示）",
                                "holder",
                                "证据室（演示）",
                                "takenAt",
                                taken.toString())));
    }
}

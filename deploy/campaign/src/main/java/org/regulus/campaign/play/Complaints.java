package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;

/** People complain about operators: an officer takes it in, refers it to an inspection or closes it; who complains in confidence stays hidden. */
final class Complaints {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 23);
    private static final int FOUNDED_ONE_IN = 40;
    private static final int UNFOUNDED_ONE_IN = 60;

    private final Play play;
    private int taken;

    Complaints(Play play) {
        this.play = play;
    }

    /**
     * @param blameless operators that nothing else gives cause to inspect
     * @return how many cases are now inspected for cause
     */
    int take(List<Participant> blameless) {
        play.moveTo(DAY, "11:00");
        List<Participant> founded = Some.oneIn(FOUNDED_ONE_IN, 0, blameless);
        List<Participant> unfounded = Some.oneIn(UNFOUNDED_ONE_IN, 1, Some.without(blameless, founded));
        play.crowd.each(founded, this::refer);
        play.crowd.each(unfounded, this::close);
        play.acts.did(Act.COMPLAINT_CLOSED, unfounded.size());
        play.progress.say(
                "complaints: %d, of which %d referred to an inspection",
                founded.size() + unfounded.size(), founded.size());
        taken = founded.size() + unfounded.size();
        return founded.size();
    }

    int taken() {
        return taken;
    }

    /** Who complained asked for confidence: a colleague of the officer reads the complaint, but no name. */
    private void refer(Participant about) {
        Api officer = play.inspection(play.officers.officer);
        Answer told = officer.post("/complaints", complaint(about, true));
        String path = "/complaints/" + told.id();
        boolean hidden = officer.get(path).body().hasNonNull("complainant")
                && !play.inspection(play.officers.chair).get(path).body().hasNonNull("complainant")
                && play.inspection(about.system()).tryGet(path).status() == 403;
        if (!hidden) {
            throw new IllegalStateException("Who complained is not kept in confidence: " + path);
        }
        play.acts.did(Act.COMPLAINT_HIDDEN, 1);
        Answer referred = officer.put(path + "/inspection", officer.get(path).etag(), Map.of());
        expect(referred, "referred");
    }

    private void close(Participant about) {
        Api officer = play.inspection(play.officers.officer);
        String path = "/complaints/"
                + officer.post("/complaints", complaint(about, false)).id();
        Map<String, Object> closure = Map.of("reason", "unfounded", "explanation", "经核查不属实（演示）");
        expect(officer.put(path + "/closure", officer.get(path).etag(), closure), "closed");
    }

    private static void expect(Answer answer, String state) {
        if (answer.ok() && !answer.body().path("state").asText().equals(state)) {
            throw new IllegalStateException("The complaint is not %s: %s".formatted(state, answer.body()));
        }
    }

    private static Map<String, Object> complaint(Participant about, boolean confidential) {
        Map<String, Object> told = new HashMap<>();
        told.put("caseId", about.caseId());
        told.put("subject", confidential ? "personal-information" : "other");
        told.put("text", "用户反映其个人信息疑似泄露（演示）");
        told.put("receivedAt", DAY.atTime(9, 0).atZone(Play.ZONE).toInstant().toString());
        told.put("complainant", Map.of("name", "张三（演示）", "contact", "caller@citizen.example"));
        told.put("confidential", confidential);
        return told;
    }
}

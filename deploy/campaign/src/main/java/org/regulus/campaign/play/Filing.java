package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Refused;

/** From the published notice to the closed window: most file in time, some after a return, some late, some never. */
final class Filing {

    static final LocalDate OPENS = LocalDate.of(2019, 6, 3);
    static final LocalDate DUE = LocalDate.of(2019, 7, 15);

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2019, 6, 12),
            LocalDate.of(2019, 6, 20),
            LocalDate.of(2019, 6, 28),
            LocalDate.of(2019, 7, 5),
            LocalDate.of(2019, 7, 11),
            DUE);

    /** A case that is overdue is soon inspected for that cause. */
    private static final Set<String> OVERDUE = Set.of("overdue", "under-inspection");

    private static final Set<String> NOT_YET = Set.of("campaign.cases-open", "campaign.news-pending");
    private static final String LEGAL_BASIS = "CN-CSL-2017; CN-ORDER-11; CN-ORDER-24";
    private static final LocalDate COMPLETED = LocalDate.of(2020, 5, 29);

    private final Play play;
    private final String code;
    private UUID campaignId;
    private List<Participant> participants = List.of();

    Filing(Play play, String code) {
        this.play = play;
        this.code = code;
    }

    UUID campaignId() {
        return campaignId;
    }

    List<Participant> participants() {
        return participants;
    }

    /** Drafts and publishes; a case is open for every operator when it returns, in the neighbours' eyes, too. */
    void publish(List<Participant> operators, String seed) {
        play.moveTo(OPENS, "09:00");
        Api manager = play.filing(play.officers.manager);
        Answer drafted = manager.post("/campaigns", notice());
        campaignId = drafted.id();
        manager.put("/campaigns/" + campaignId + "/publication", etag(manager, drafted), Map.of());
        Map<UUID, Participant> byId = new HashMap<>();
        operators.forEach(operator -> byId.put(operator.operatorId(), operator));
        List<Participant> all = manager.all("/cases?campaign=" + campaignId).stream()
                .map(opened -> {
                    Participant of =
                            byId.get(UUID.fromString(opened.path("operatorId").asText()));
                    return of.in(opened, Fate.of(seed, code, of.uscc()));
                })
                .toList();
        participants = Casting.cast(all, Casting.FILING, Participant::fate, Participant::with);
        play.progress.say("campaign %s published: %d cases opened", code, participants.size());
        Api inspection = play.inspection(play.officers.officer);
        Patience.await(
                "all cases in the inspection service",
                Play.PATIENCE,
                () -> known(inspection) == participants.size(),
                () -> "It knows " + known(inspection));
    }

    private long known(Api inspection) {
        return inspection
                .get("/cases?limit=1&campaign=" + campaignId)
                .body()
                .path("total")
                .asLong();
    }

    private Map<String, Object> notice() {
        return Map.of(
                "code",
                code,
                "titles",
                Map.of("zh", "2019年网络安全检查（演示）", "en", "Network security campaign 2019 (demonstration)"),
                "ruleSet",
                "CN-MIIT-2019",
                "legalBasis",
                LEGAL_BASIS,
                "scope",
                Map.of("provinces", List.of(), "licenceClasses", List.of(), "systemKinds", List.of()),
                "questionnaire",
                Questionnaire.body(),
                "filingOpensOn",
                OPENS.toString(),
                "filingDueOn",
                DUE.toString());
    }

    /** All filing days up to the last one. */
    void window() {
        for (int day = 0; day < DAYS.size(); day++) {
            play.moveTo(DAYS.get(day), "10:00");
            if (day == 1) {
                correct();
            }
            int today = day;
            List<Participant> filing = in(Fate.Filing.IN_TIME).stream()
                    .filter(one -> one.fate().wave() == today)
                    .toList();
            List<Participant> again = in(Fate.Filing.IN_TIME).stream()
                    .filter(one -> one.fate().wave() == today - 1 && one.fate().isReturned())
                    .toList();
            play.crowd.each(filing, one -> {
                file(one, false);
                review(one, one.fate().isReturned());
            });
            play.crowd.each(again, one -> {
                file(one, true);
                review(one, false);
            });
            long returned =
                    filing.stream().filter(one -> one.fate().isReturned()).count();
            play.acts.did(Act.FILED, filing.size());
            play.acts.did(Act.RETURNED, again.size());
            play.progress.say("%d filed, %d of them returned; %d filed again", filing.size(), returned, again.size());
        }
    }

    /** The notice is put right: a new version, of which every operator is told. */
    private void correct() {
        Api manager = play.filing(play.officers.manager);
        String path = "/campaigns/" + campaignId;
        manager.put(
                path + "/correction",
                manager.get(path).etag(),
                Map.of("legalBasis", LEGAL_BASIS + "; CN-TELECOM-REGS", "reason", "补充法律依据（演示）"));
        play.acts.did(Act.CORRECTED_CAMPAIGN, 1);
        play.progress.say("campaign %s corrected: its legal basis was not whole", code);
    }

    /** Who will not be ready asks for more time, and does not get it. */
    private void askForMoreTime() {
        List<Participant> asking = in(Fate.Filing.LATE);
        Api officer = play.filing(play.officers.officer);
        play.crowd.each(asking, one -> {
            String path = "/cases/" + one.caseId() + "/extensions";
            Answer asked = play.filing(one.system())
                    .post(path, Map.of("until", DUE.plusDays(30).toString(), "reason", "整改尚未完成（演示）"));
            String request = path + "/" + asked.id();
            officer.put(
                    request + "/decision",
                    officer.get(request).etag(),
                    Map.of("granted", false, "reason", "理由不充分（演示）"));
        });
        play.acts.did(Act.REFUSED_MORE_TIME, asking.size());
        play.progress.say("%d asked for more time and were refused", asking.size());
    }

    /** The window closes by itself; afterwards the late ones file. */
    void close() {
        askForMoreTime();
        play.moveTo(DUE.plusDays(1), "00:05");
        long expected = participants.size() - in(Fate.Filing.IN_TIME).size();
        Api manager = play.filing(play.officers.manager);
        Patience.await(
                "the overdue filings", Play.PATIENCE, () -> overdue(manager) == expected, () -> "Overdue are %d of %d"
                        .formatted(overdue(manager), expected));
        play.progress.say("filing closed; overdue: %d", expected);
        play.moveTo(LocalDate.of(2019, 7, 18), "10:00");
        List<Participant> late = in(Fate.Filing.LATE);
        play.crowd.each(late, one -> {
            file(one, false);
            review(one, false);
        });
        play.acts.did(Act.FILED_LATE, late.size());
        play.progress.say(
                "%d filed late, %d never", late.size(), in(Fate.Filing.NEVER).size());
    }

    private long overdue(Api manager) {
        return manager.some(
                        "/cases?campaign=" + campaignId,
                        one -> OVERDUE.contains(one.path("state").asText()))
                .size();
    }

    private List<Participant> in(Fate.Filing when) {
        return participants.stream().filter(one -> one.fate().filing() == when).toList();
    }

    /** Drafts or corrects, then submits. */
    private void file(Participant one, boolean second) {
        Api operator = play.filing(one.system());
        String path = path(one);
        Answer draft = second
                ? operator.put(path, operator.get(path).etag(), Questionnaire.filing(one, true))
                : operator.putNew(path, Questionnaire.filing(one, false));
        Answer proved = operator.patch(path, draft.etag(), Map.of("answers", List.of(proof(operator, one))));
        operator.put(path + "/submission", proved.etag(), Map.of());
    }

    /** Again without harm: the same bytes are the same proof. */
    private static Map<String, Object> proof(Api operator, Participant one) {
        String text = "Record of the evaluation of %s (synthetic).%n".formatted(one.uscc());
        Answer kept = operator.postFile(
                "/cases/" + one.caseId() + "/evidence?name=evaluation.txt",
                "text/plain",
                HttpRequest.BodyPublishers.ofString(text));
        return Questionnaire.proved(one, kept.body().path("digest").asText());
    }

    private void review(Participant one, boolean sendBack) {
        Api officer = play.filing(play.officers.officer);
        String path = path(one);
        String etag = officer.get(path).etag();
        if (sendBack) {
            Map<String, Object> remark = Map.of("item", Questionnaire.id(0), "text", "请补充定级备案材料");
            officer.put(path + "/return", etag, Map.of("remarks", List.of(remark)));
        } else {
            officer.put(path + "/acceptance", etag, Map.of());
        }
    }

    private static String path(Participant one) {
        return "/cases/" + one.caseId() + "/filing";
    }

    /** Once the neighbours have brought every checked case to its end, the rest is closed unchecked, and the campaign with it. */
    void complete() {
        play.moveTo(COMPLETED, "10:00");
        Api manager = play.filing(play.officers.manager);
        Answer[] last = new Answer[1];
        Patience.await(
                "the checked cases to be closed",
                Play.PATIENCE,
                () -> {
                    last[0] = completion(manager);
                    return last[0].ok();
                },
                () -> last[0].body().path("detail").asText());
        play.progress.say("campaign %s completed", code);
    }

    private Answer completion(Api manager) {
        String path = "/campaigns/" + campaignId;
        Answer answer = manager.tryPut(path + "/completion", manager.get(path).etag(), Map.of());
        boolean tooEarly = NOT_YET.contains(answer.body().path("code").asText());
        if (!answer.ok() && !tooEarly) {
            throw new Refused("PUT " + path + "/completion", answer);
        }
        return answer;
    }

    List<JsonNode> cases() {
        return play.filing(play.officers.manager).all("/cases?campaign=" + campaignId);
    }

    private static String etag(Api api, Answer created) {
        return created.etag() != null
                ? created.etag()
                : api.get("/campaigns/" + created.id()).etag();
    }
}

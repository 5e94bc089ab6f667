package org.regulus.campaign.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Crowd;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.client.Stack.Service;
import org.regulus.campaign.play.Cast;
import org.regulus.campaign.play.Questionnaire;
import org.regulus.campaign.registry.Register;

/** What has to be there before anything is measured: operators of the second authority with drafted filings, ready to submit. */
final class Ground {

    /** A filing that only has to be submitted. */
    record Draft(UUID caseId, Session operator, String etag) {
        String path() {
            return "/cases/" + caseId + "/filing";
        }
    }

    /**
     * What is filed, by whom.
     *
     * @param code campaigns are numbered under it
     * @param openDays how many days the filing window is open, today included
     */
    record Load(
            String code, int operators, int openDays, Map<String, Object> questionnaire, Map<String, Object> content) {

        /** The self-evaluation of the demonstration, in campaigns of 200 operators. */
        static final Load SELF_EVALUATION = new Load(
                "BENCH", 200, 366, Questionnaire.body(), Questionnaire.filing(List.of("app", "messaging"), 3, false));
    }

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Http http;
    private final Load load;
    private final Stack stack;
    private final Crowd crowd;
    private final Cast cast;
    private final Cast.Officers officers;
    private final Session admin;

    Ground(Http http, Stack stack, Crowd crowd, Load load) {
        this.http = http;
        this.load = load;
        this.stack = stack;
        this.crowd = crowd;
        this.cast = new Cast(http, stack);
        this.officers = cast.of("GDCA");
        this.admin = cast.person("platform-admin");
    }

    Api filing(Session who) {
        return new Api(http, stack, Service.FILING, who);
    }

    /** The business clock. */
    Instant now() {
        return Instant.parse(filing(admin).get("/clock").body().path("now").asText());
    }

    void moveTo(Instant target) {
        filing(admin).put("/clock", Map.of("now", target.toString()));
    }

    Api timeline() {
        return new Api(http, stack, Service.NOTIFICATION, officers.officer);
    }

    /** As many drafts as asked for, in as many campaigns as that takes. */
    List<Draft> drafts(int wanted) {
        filing(admin)
                .put(
                        "/authorities/GDCA",
                        Map.of(
                                "names",
                                Map.of("zh", "广东省通信管理局", "en", "Guangdong Communications Administration"),
                                "zone",
                                "Asia/Shanghai"));
        LocalDate today = LocalDate.ofInstant(now(), ZONE);
        Map<String, Session> operators = operators();
        Set<String> taken = filing(officers.manager).all("/campaigns").stream()
                .map(one -> one.path("code").asText().replaceFirst(".*-", ""))
                .collect(Collectors.toSet());
        List<Draft> drafts = new ArrayList<>();
        for (int n = 1; drafts.size() < wanted; n++) {
            if (!taken.contains(load.code() + n)) {
                drafts.addAll(draft(publish(load.code() + n, today), operators));
            }
        }
        return drafts.subList(0, wanted);
    }

    /** How many of these filings are shown as submitted. */
    long submitted(List<Draft> drafts) {
        return crowd
                .map(drafts, draft -> filing(draft.operator())
                        .get(draft.path())
                        .body()
                        .path("state")
                        .asText())
                .stream()
                .filter("submitted"::equals)
                .count();
    }

    private Map<String, Session> operators() {
        filing(officers.manager).importRegister(Register.csv(load.code().toLowerCase(Locale.ROOT), load.operators()));
        List<JsonNode> register = filing(officers.manager).all("/operators");
        Map<String, Session> sessions = new HashMap<>();
        List<Session> opened = crowd.map(register, one -> {
            Session session =
                    cast.operators().open(UUID.fromString(one.path("id").asText()));
            session.token();
            return session;
        });
        for (int i = 0; i < register.size(); i++) {
            sessions.put(register.get(i).path("id").asText(), opened.get(i));
        }
        return sessions;
    }

    private UUID publish(String code, LocalDate today) {
        Api manager = filing(officers.manager);
        Answer drafted = manager.post(
                "/campaigns",
                Map.of(
                        "code",
                        code,
                        "titles",
                        Map.of("zh", "基准测试", "en", "Benchmark"),
                        "ruleSet",
                        "CN-MIIT-2019",
                        "legalBasis",
                        "CN-ORDER-11",
                        "scope",
                        Map.of("provinces", List.of(), "licenceClasses", List.of(), "systemKinds", List.of()),
                        "questionnaire",
                        load.questionnaire(),
                        "filingOpensOn",
                        today.toString(),
                        "filingDueOn",
                        today.plusDays(load.openDays() - 1).toString()));
        String path = "/campaigns/" + drafted.id();
        manager.put(path + "/publication", manager.get(path).etag(), Map.of());
        return drafted.id();
    }

    private List<Draft> draft(UUID campaign, Map<String, Session> operators) {
        return crowd.map(filing(officers.manager).all("/cases?campaign=" + campaign), opened -> {
            Session operator = operators.get(opened.path("operatorId").asText());
            UUID caseId = UUID.fromString(opened.path("id").asText());
            String path = "/cases/" + caseId + "/filing";
            Answer answer = filing(operator).putNew(path, load.content());
            return new Draft(caseId, operator, answer.etag());
        });
    }
}

package org.regulus.campaign.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    private static final int OPERATORS = 200;
    private static final String SEED = "bench";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Http http = new Http();
    private final Stack stack;
    private final Crowd crowd;
    private final Cast cast;
    private final Cast.Officers officers;

    Ground(Stack stack, Crowd crowd) {
        this.stack = stack;
        this.crowd = crowd;
        this.cast = new Cast(http, stack);
        this.officers = cast.of("GDCA");
    }

    Api filing(Session who) {
        return new Api(http, stack, Service.FILING, who);
    }

    Api timeline() {
        return new Api(http, stack, Service.NOTIFICATION, officers.officer);
    }

    /** As many drafts as asked for, in as many campaigns as that takes. */
    List<Draft> drafts(int wanted) {
        Session admin = cast.person("platform-admin");
        filing(admin)
                .put(
                        "/authorities/GDCA",
                        Map.of(
                                "names",
                                Map.of("zh", "广东省通信管理局", "en", "Guangdong Communications Administration"),
                                "zone",
                                "Asia/Shanghai"));
        LocalDate today = LocalDate.ofInstant(
                Instant.parse(filing(admin).get("/clock").body().path("now").asText()), ZONE);
        Map<String, Session> operators = operators();
        Set<String> taken = filing(officers.manager).all("/campaigns").stream()
                .map(one -> one.path("code").asText().replaceFirst(".*-", ""))
                .collect(Collectors.toSet());
        List<Draft> drafts = new ArrayList<>();
        for (int n = 1; drafts.size() < wanted; n++) {
            if (!taken.contains("BENCH" + n)) {
                drafts.addAll(draft(publish("BENCH" + n, today), operators));
            }
        }
        return drafts.subList(0, wanted);
    }

    private Map<String, Session> operators() {
        filing(officers.manager).postCsv("/operators/imports", Register.csv(SEED, OPERATORS));
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
                        Questionnaire.body(),
                        "filingOpensOn",
                        today.toString(),
                        "filingDueOn",
                        today.plusYears(1).toString()));
        String path = "/campaigns/" + drafted.id();
        manager.put(path + "/publication", manager.get(path).etag(), Map.of());
        return drafted.id();
    }

    private List<Draft> draft(UUID campaign, Map<String, Session> operators) {
        return crowd.map(filing(officers.manager).all("/cases?campaign=" + campaign), opened -> {
            Session operator = operators.get(opened.path("operatorId").asText());
            UUID caseId = UUID.fromString(opened.path("id").asText());
            String path = "/cases/" + caseId + "/filing";
            Answer answer = filing(operator).putNew(path, content());
            return new Draft(caseId, operator, answer.etag());
        });
    }

    static Map<String, Object> content() {
        return Questionnaire.filing(List.of("app", "messaging"), 3, false);
    }
}

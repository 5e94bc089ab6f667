package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Patience;

/** What was found must be put right by a date: most do and say so, some not well enough, some not at all. */
final class Rectification {

    /** An order and the operator who has to follow it. */
    record Order(UUID id, Participant participant) {}

    private static final LocalDate ORDERED = LocalDate.of(2019, 9, 2);
    private static final LocalDate REPORTED = LocalDate.of(2019, 9, 20);
    private static final LocalDate VERIFIED = LocalDate.of(2019, 9, 26);
    private static final LocalDate DUE = LocalDate.of(2019, 10, 9);

    private final Play play;
    private final Map<UUID, Participant> byCase;

    Rectification(Play play, List<Participant> participants) {
        this.play = play;
        this.byCase = participants.stream().collect(Collectors.toMap(Participant::caseId, one -> one));
    }

    /** @return the orders that were not followed */
    List<Order> play(long expected) {
        List<JsonNode> inspections = awaiting(expected);
        play.moveTo(ORDERED, "10:00");
        List<Order> orders = play.crowd.map(inspections, this::order);
        play.progress.say("rectification ordered: %d", orders.size());

        play.moveTo(REPORTED, "15:00");
        List<Order> reported = orders.stream()
                .filter(order -> order.participant().fate().report() != Fate.Report.NEVER)
                .toList();
        play.crowd.each(reported, this::report);
        play.moveTo(VERIFIED, "15:00");
        play.crowd.each(reported, this::verify);
        long rejected = reported.stream().filter(Rectification::isInsufficient).count();
        play.progress.say("reported: %d, of which %d rejected", reported.size(), rejected);

        List<Order> silent = orders.stream()
                .filter(order -> order.participant().fate().report() == Fate.Report.NEVER)
                .toList();
        play.moveTo(DUE.plusDays(1), "00:05");
        awaitOverdue(silent);
        play.progress.say("overdue: %d", silent.size());
        List<Order> refused = new ArrayList<>(silent);
        reported.stream().filter(Rectification::isInsufficient).forEach(refused::add);
        return refused;
    }

    private List<JsonNode> awaiting(long expected) {
        Api officer = play.sanctions(play.officers.officer);
        Patience.await(
                "the concluded inspections in the sanctions service",
                Play.PATIENCE,
                () -> ours(officer).size() == expected,
                () -> "There are %d of %d".formatted(ours(officer).size(), expected));
        return ours(officer);
    }

    private List<JsonNode> ours(Api officer) {
        return officer.some(
                "/inspections",
                one -> byCase.containsKey(UUID.fromString(one.path("caseId").asText())));
    }

    private Order order(JsonNode inspection) {
        List<Map<String, Object>> items = new ArrayList<>();
        inspection
                .path("findings")
                .forEach(finding -> items.add(Map.of(
                        "findingId", finding.path("findingId").asText(),
                        "measure", "限期整改并提交报告（演示）",
                        "dueOn", DUE.toString())));
        UUID caseId = UUID.fromString(inspection.path("caseId").asText());
        Answer ordered = play.sanctions(play.officers.officer)
                .post(
                        "/orders",
                        Map.of(
                                "caseId", caseId,
                                "inspectionId", inspection.path("inspectionId").asText(),
                                "items", items));
        return new Order(ordered.id(), byCase.get(caseId));
    }

    private void report(Order order) {
        Api operator = play.sanctions(order.participant().system());
        Answer seen = operator.get(path(order));
        List<Map<String, Object>> items = new ArrayList<>();
        seen.body()
                .path("items")
                .forEach(item -> items.add(Map.of("itemId", item.path("itemId").asText(), "statement", "已完成整改（演示）")));
        operator.put(path(order) + "/report", seen.etag(), Map.of("items", items));
    }

    private void verify(Order order) {
        Api officer = play.sanctions(play.officers.officer);
        Answer seen = officer.get(path(order));
        List<Map<String, Object>> items = new ArrayList<>();
        for (JsonNode item : seen.body().path("items")) {
            boolean passed = !isInsufficient(order) || !items.isEmpty();
            items.add(Map.of(
                    "itemId",
                    item.path("itemId").asText(),
                    "passed",
                    passed,
                    "remark",
                    passed ? "合格" : "不合格：证据不足（演示）"));
        }
        officer.put(path(order) + "/verification", seen.etag(), Map.of("items", items));
    }

    private void awaitOverdue(List<Order> silent) {
        Api officer = play.sanctions(play.officers.officer);
        play.crowd.each(
                silent,
                order -> Patience.await(
                        "order %s to be overdue".formatted(order.id()),
                        Play.PATIENCE,
                        () -> state(officer, order).equals("overdue"),
                        () -> "It is " + state(officer, order)));
    }

    private static String state(Api officer, Order order) {
        return officer.get(path(order)).body().path("state").asText();
    }

    private static boolean isInsufficient(Order order) {
        return order.participant().fate().report() == Fate.Report.INSUFFICIENT;
    }

    private static String path(Order order) {
        return "/orders/" + order.id();
    }
}

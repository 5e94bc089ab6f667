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
import org.regulus.campaign.draw.Digests;

/** What was found must be put right by a date: most do and say so, some not well enough, some not at all. */
final class Rectification {

    private static final LocalDate ORDERED = LocalDate.of(2019, 9, 2);
    private static final LocalDate REPORTED = LocalDate.of(2019, 9, 20);
    static final LocalDate VERIFIED = LocalDate.of(2019, 9, 26);
    private static final LocalDate DUE = LocalDate.of(2019, 10, 9);

    private final Play play;
    private final Papers papers;
    private final OrderSteps steps;
    private final Map<UUID, Participant> byCase;

    Rectification(Play play, List<Visit> visits) {
        this.play = play;
        this.papers = new Papers(play);
        this.steps = new OrderSteps(play);
        this.byCase =
                visits.stream().map(Visit::participant).collect(Collectors.toMap(Participant::caseId, one -> one));
    }

    /** @return the orders that were not followed */
    List<Order> play(long expected) {
        List<JsonNode> inspections = awaiting(expected);
        play.moveTo(ORDERED, "10:00");
        List<Order> orders = play.crowd.map(inspections, this::order);
        play.acts.did(Act.ORDERED, orders.size());
        play.progress.say("rectification ordered and served: %d", orders.size());
        steps.between(orders);

        play.moveTo(REPORTED, "15:00");
        List<Order> reported =
                orders.stream().filter(one -> !one.reports(Fate.Report.NEVER)).toList();
        play.crowd.each(reported, this::report);
        play.moveTo(VERIFIED, "15:00");
        play.crowd.each(reported, one -> verify(one, !one.isRejected()));
        List<Order> rejected = reported.stream().filter(Order::isRejected).toList();
        play.progress.say("reported: %d, of which %d rejected", reported.size(), rejected.size());
        List<Order> renewed = steps.afterRejection(rejected);

        List<Order> silent =
                orders.stream().filter(one -> one.reports(Fate.Report.NEVER)).toList();
        play.moveTo(DUE.plusDays(1), "00:05");
        awaitOverdue(silent);
        play.crowd.each(renewed, this::report);
        play.crowd.each(renewed, one -> verify(one, true));
        play.acts.did(Act.OVERDUE, silent.size());
        play.acts.did(Act.VERIFIED, reported.size() - rejected.size() + renewed.size());
        play.progress.say("overdue: %d; put right in the new term: %d", silent.size(), renewed.size());
        return orders.stream()
                .filter(one -> !one.participant().fate().isRectified())
                .toList();
    }

    /** What was overdue or rejected, once nothing is pursued any more. */
    void putRightAfterAll(Order order) {
        report(order);
        verify(order, true);
        play.acts.did(Act.VERIFIED, 1);
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
        UUID id = play.sanctions(play.officers.officer)
                .post(
                        "/orders",
                        Map.of(
                                "caseId", caseId,
                                "inspectionId", inspection.path("inspectionId").asText(),
                                "items", items))
                .id();
        papers.served(caseId, papers.issue("order", id), ORDERED);
        return new Order(id, byCase.get(caseId));
    }

    private void report(Order order) {
        Api operator = play.sanctions(order.participant().system());
        Answer seen = operator.get(order.path());
        List<Map<String, Object>> items = Order.openItems(
                seen.body(),
                item -> Map.of(
                        "itemId",
                        item,
                        "statement",
                        "已完成整改（演示）",
                        "evidence",
                        List.of(Map.of("sha256", Digests.sha256(item), "description", "整改前后截图（演示）"))));
        operator.put(order.path() + "/report", seen.etag(), Map.of("items", items));
    }

    /** @param good whether all passes; else the first item does not, and the others do */
    private void verify(Order order, boolean good) {
        Api officer = play.sanctions(play.officers.officer);
        Answer seen = officer.get(order.path());
        List<String> open = Order.openItems(seen.body(), item -> item);
        List<Map<String, Object>> items = open.stream()
                .map(item -> {
                    boolean passed = good || !item.equals(open.get(0));
                    return Map.<String, Object>of(
                            "itemId", item, "passed", passed, "remark", passed ? "合格" : "不合格：证据不足（演示）");
                })
                .toList();
        officer.put(order.path() + "/verification", seen.etag(), Map.of("items", items, "place", "on-site"));
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
        return officer.get(order.path()).body().path("state").asText();
    }
}

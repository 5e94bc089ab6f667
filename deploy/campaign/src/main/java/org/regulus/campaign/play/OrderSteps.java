package org.regulus.campaign.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Session;

/** What happens to orders beside the main way: receipt, more time, a suspension, the interview and the new term after a rejection. */
final class OrderSteps {

    private static final LocalDate ASKED = LocalDate.of(2019, 9, 10);
    private static final LocalDate RESUMED = LocalDate.of(2019, 9, 17);
    private static final LocalDate LONGER = LocalDate.of(2019, 10, 31);
    private static final LocalDate DUTY_DUE = LocalDate.of(2019, 10, 11);
    private static final LocalDate NEW_TERM = LocalDate.of(2019, 10, 18);
    private static final int ACKNOWLEDGED_ONE_IN = 3;
    private static final int MORE_TIME_ONE_IN = 6;
    private static final int SUSPENDED_ONE_IN = 10;

    private final Play play;

    OrderSteps(Play play) {
        this.play = play;
    }

    /** Between the order and the report. */
    void between(List<Order> orders) {
        List<Order> willing =
                orders.stream().filter(one -> one.reports(Fate.Report.GOOD)).toList();
        List<Order> acknowledged = Some.oneIn(ACKNOWLEDGED_ONE_IN, 0, orders);
        List<Order> longer = Some.oneIn(MORE_TIME_ONE_IN, 1, willing);
        List<Order> suspended = Some.oneIn(SUSPENDED_ONE_IN, 2, willing);
        play.moveTo(ASKED, "10:00");
        play.crowd.each(acknowledged, one -> step(one.participant().system(), one, "/acknowledgement", Map.of()));
        play.crowd.each(longer, this::giveMoreTime);
        play.crowd.each(suspended, one -> officer(one, "/suspension", Map.of("reason", "停业装修，无法核查（演示）")));
        play.moveTo(RESUMED, "10:00");
        play.crowd.each(suspended, one -> officer(one, "/resumption", Map.of()));
        play.acts.did(Act.ACKNOWLEDGED, acknowledged.size());
        play.acts.did(Act.MORE_TIME, longer.size());
        play.acts.did(Act.SUSPENDED, suspended.size());
        play.progress.say(
                "orders acknowledged: %d; more time: %d; suspended for a week: %d",
                acknowledged.size(), longer.size(), suspended.size());
    }

    private void giveMoreTime(Order order) {
        Session operator = order.participant().system();
        Answer seen = play.sanctions(operator).get(order.path());
        step(
                operator,
                order,
                "/extension-request",
                Map.of("items", Order.openItems(seen.body(), OrderSteps::untilLonger), "reason", "设备到货延期（演示）"));
        step(play.officers.decider, order, "/extension", Map.of("granted", true, "reason", "理由成立（演示）"));
    }

    private static Map<String, String> untilLonger(String item) {
        return Map.of("itemId", item, "dueOn", LONGER.toString());
    }

    /** @return those that were given a new term */
    List<Order> afterRejection(List<Order> rejected) {
        play.crowd.each(
                rejected,
                one -> officer(
                        one,
                        "/interview",
                        Map.of(
                                "heldOn", Rectification.VERIFIED.toString(),
                                "duty", "提交整改计划（演示）",
                                "dueOn", DUTY_DUE.toString())));
        List<Order> renewed = rejected.stream()
                .filter(one -> one.reports(Fate.Report.GOOD_IN_THE_NEW_TERM))
                .toList();
        play.crowd.each(renewed, this::renew);
        play.acts.did(Act.REJECTED, rejected.size());
        play.acts.did(Act.NEW_TERM, renewed.size());
        play.progress.say("interviewed after the rejection: %d; given a new term: %d", rejected.size(), renewed.size());
        return renewed;
    }

    private void renew(Order order) {
        Answer seen = play.sanctions(play.officers.officer).get(order.path());
        List<Map<String, String>> items =
                Order.openItems(seen.body(), item -> Map.of("itemId", item, "dueOn", NEW_TERM.toString()));
        officer(order, "/new-term", Map.of("items", items, "reason", "已整改大部分（演示）"));
    }

    private void officer(Order order, String what, Map<String, Object> body) {
        step(play.officers.officer, order, what, body);
    }

    private void step(Session who, Order order, String what, Map<String, Object> body) {
        Api api = play.sanctions(who);
        api.put(order.path() + what, api.get(order.path()).etag(), body);
    }
}

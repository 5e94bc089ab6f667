package org.regulus.sanctions.document;

import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.penalty.Penalty;

/** What penalties are called on paper (Penalty Law, Art. 9): by name and measure, and on whom if not the operator. */
final class PenaltyNames {

    private PenaltyNames() {}

    static String zh(Penalty penalty) {
        String sum = penalty.sum().map(Chinese::money).orElse("");
        String days = penalty.days().map(term -> term + "日").orElse("");
        String thing = penalty.thing().orElse("");
        String name =
                switch (penalty.kind()) {
                    case WARNING -> "警告";
                    case PUBLIC_CRITICISM -> "通报批评";
                    case FINE -> "罚款" + sum;
                    case CONFISCATION -> sum.isEmpty() ? "没收" + thing : "没收违法所得" + sum;
                    case SUSPENSION -> "责令停产停业" + days;
                    case DOWNGRADE -> "降低资质等级至" + thing;
                    case OCCUPATION_BAN -> "限制从业" + days;
                    case CLOSURE -> "责令关闭";
                    case REVOCATION -> "吊销许可证件";
                };
        return penalty.person().map(who -> "对直接责任人员" + who + "：").orElse("") + name;
    }

    static String en(Penalty penalty) {
        String sum = penalty.sum().map(Object::toString).orElse("");
        String days = penalty.days().map(term -> " for %d days".formatted(term)).orElse("");
        String thing = penalty.thing().orElse("");
        String name =
                switch (penalty.kind()) {
                    case WARNING -> "warning";
                    case PUBLIC_CRITICISM -> "public criticism";
                    case FINE -> "fine of " + sum;
                    case CONFISCATION -> "confiscation of " + (sum.isEmpty() ? thing : sum);
                    case SUSPENSION -> "suspension of business" + days;
                    case DOWNGRADE -> "lowering of the qualification to " + thing;
                    case OCCUPATION_BAN -> "ban from the occupation" + days;
                    case CLOSURE -> "order to close";
                    case REVOCATION -> "revocation of the licence";
                };
        return name + penalty.person().map(who -> ", on " + who).orElse("");
    }
}

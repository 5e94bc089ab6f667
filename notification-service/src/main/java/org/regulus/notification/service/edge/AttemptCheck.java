package org.regulus.notification.service.edge;

import java.time.LocalDate;
import java.util.List;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.notification.service.ServiceRules;
import org.regulus.notification.service.ServiceState.Tried;

/** What a request says of a try to serve. */
record AttemptCheck(String outcome, String method, LocalDate on, LocalDate today) {

    /**
     * @param flaws what else is wrong with the request
     * @throws Refusal INVALID {@code service.refused}, with all flaws
     */
    Tried tried(List<Flaw> flaws) {
        if (on.isAfter(today)) {
            flaws.add(new Flaw("/on", "service.future", "That day is still to come"));
        }
        boolean methodNeeded = outcome.equals("served") || method != null;
        if (methodNeeded && !ServiceRules.METHODS.contains(String.valueOf(method))) {
            flaws.add(new Flaw("/method", "service.method", "One of " + ServiceRules.METHODS));
        }
        var tried = StepColumn.tried(outcome, method, on);
        if (tried.isEmpty()) {
            flaws.add(new Flaw("/outcome", "service.outcome", "served, refused or undeliverable"));
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("service.refused", "The service cannot be recorded so", flaws);
        }
        return tried.orElseThrow();
    }
}

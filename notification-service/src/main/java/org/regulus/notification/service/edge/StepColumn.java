package org.regulus.notification.service.edge;

import java.time.LocalDate;
import java.util.Optional;
import org.regulus.notification.service.ServiceState;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Requested;
import org.regulus.notification.service.ServiceState.Served;
import org.regulus.notification.service.ServiceState.Tried;
import org.regulus.notification.service.ServiceState.Undeliverable;
import org.regulus.notification.service.Step;

/** A step as it is stored and shown. A name of a state never changes: old rows carry it. */
record StepColumn(String state, String method, LocalDate on, LocalDate until, String evidence, String by) {

    static StepColumn of(Step step) {
        ServiceState outcome = step.outcome();
        return new StepColumn(
                name(outcome),
                outcome instanceof Tried tried ? tried.way().orElse(null) : null,
                outcome.on(),
                outcome instanceof Published published ? published.until() : null,
                step.evidence().orElse(null),
                step.by());
    }

    static String name(ServiceState state) {
        if (state instanceof Requested) {
            return "requested";
        }
        if (state instanceof Served) {
            return "served";
        }
        if (state instanceof Refused) {
            return "refused";
        }
        return state instanceof Undeliverable ? "undeliverable" : "published";
    }

    Step toDomain() {
        return new Step(outcome(), Optional.ofNullable(evidence), by);
    }

    private ServiceState outcome() {
        return "published".equals(state)
                ? new Published(on, until)
                : tried(state, method, on).orElseThrow(() -> new IllegalStateException("No step leads to " + state));
    }

    static Optional<Tried> tried(String state, String method, LocalDate on) {
        return Optional.ofNullable(
                switch (state) {
                    case "served" -> new Served(method, on);
                    case "refused" -> new Refused(Optional.ofNullable(method), on);
                    case "undeliverable" -> new Undeliverable(Optional.ofNullable(method), on);
                    default -> null;
                });
    }

    /** Which officer it was is not everybody's. */
    StepColumn anonymous() {
        return new StepColumn(state, method, on, until, evidence, null);
    }
}

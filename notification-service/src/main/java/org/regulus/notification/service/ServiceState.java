package org.regulus.notification.service;

import java.time.LocalDate;

/** How far the service of a document has come. A state has a method for each exit the law allows. */
public sealed interface ServiceState {

    /** @param method how; {@code left} and {@code public-notice} among them */
    record Served(String method, LocalDate on) implements ServiceState {}

    /** The addressee did not take it. */
    record Refused(LocalDate on) implements ServiceState {
        Served leave(LocalDate day) {
            return new Served(ServiceRules.LEFT, day);
        }
    }

    /** Nobody could be found to take it. */
    record Undeliverable(LocalDate on) implements ServiceState {
        Published publish(LocalDate day) {
            return new Published(day, ServiceRules.lastDay(day));
        }
    }

    /** @param until the last day of the notice: the document counts as served when it is over */
    record Published(LocalDate on, LocalDate until) implements ServiceState {
        Served expire() {
            return new Served(ServiceRules.PUBLIC_NOTICE, until);
        }
    }
}

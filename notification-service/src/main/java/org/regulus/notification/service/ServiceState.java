package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.Optional;

/** How far the service of a document has come. A state has a method for each exit the law allows. */
public sealed interface ServiceState {

    LocalDate on();

    /** Nobody has taken it yet: it may be tried, by the same way or another. */
    sealed interface Open extends ServiceState {

        /** What became of a try. */
        default Tried attempt(Tried tried) {
            return tried;
        }
    }

    /** What a try can come to. */
    sealed interface Tried extends ServiceState {

        /** By which way; of what was refused or undeliverable it may be unknown. */
        Optional<String> way();
    }

    /** It was handed over to be served. */
    record Requested(LocalDate on) implements Open {}

    /** @param method how; {@code left} and {@code public-notice} among them */
    record Served(String method, LocalDate on) implements Tried {
        @Override
        public Optional<String> way() {
            return Optional.of(method);
        }
    }

    /** The addressee did not take it. */
    record Refused(Optional<String> way, LocalDate on) implements Open, Tried {
        Served leave(LocalDate day) {
            return new Served(ServiceRules.LEFT, day);
        }
    }

    /** Nobody could be found to take it. */
    record Undeliverable(Optional<String> way, LocalDate on) implements Open, Tried {
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

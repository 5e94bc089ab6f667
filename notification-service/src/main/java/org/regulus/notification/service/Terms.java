package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.service.ServiceState.Tried;

/**
 * How a document may be served.
 *
 * @param number what the document is called, where it was handed over to be served; empty where an officer began of its own accord
 * @param methods the ways, the first one first; empty: any
 * @param consent SHA-256 of the addressee's written consent to be served electronically
 */
public record Terms(Optional<String> number, List<String> methods, Optional<String> consent, LocalDate from) {

    public Terms {
        methods = List.copyOf(methods);
    }

    public static Terms ofOwnAccord(LocalDate from, Optional<String> consent) {
        return new Terms(Optional.empty(), List.of(), consent, from);
    }

    /** Electronically only with consent (Civil Procedure Law, Art. 90). */
    void refuseUnlessAllowed(Tried tried) {
        String way = tried.way().orElse(null);
        if (way != null && !methods.isEmpty() && !methods.contains(way)) {
            throw Refusal.conflict("service.method-not-asked", "It is to be served by one of " + methods);
        }
        if (ServiceRules.ELECTRONIC.equals(way) && consent.isEmpty()) {
            throw Refusal.conflict(
                    "service.consent-missing", "Electronic service needs the addressee's written consent");
        }
    }
}

package org.regulus.sanctions.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;

/**
 * A document is handed over to be served.
 *
 * @param ways by which it may be, the first one first
 * @param consent SHA-256 of the operator's written consent to be served electronically
 */
public record Dispatch(List<ServiceWay> ways, Optional<String> consent, OfficerId by, Instant at) {

    public Dispatch {
        ways = List.copyOf(ways);
    }

    void refuseWithoutConsent() {
        if (ways.contains(ServiceWay.ELECTRONIC) && consent.isEmpty()) {
            throw Refusal.conflict(
                    "document.consent-missing",
                    "Electronic service needs the operator's written consent (Penalty Law, Art. 61)");
        }
    }
}

package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Undeliverable;

/** The service of one document on one operator. */
public record DocumentService(UUID id, Of of, int version, ServiceState state) {

    /**
     * @param document which kind
     * @param documentId the order or proceeding it is of
     */
    public record Of(UUID caseId, UUID operatorId, String authority, String document, UUID documentId) {}

    /** With its first try. */
    public static DocumentService begun(UUID id, Of of, ServiceState first) {
        return new DocumentService(id, of, 1, first);
    }

    /** Left with the addressee who had refused it, before witnesses or a camera. */
    public DocumentService leave(LocalDate day) {
        if (state instanceof Refused refused && !day.isBefore(refused.on())) {
            return in(refused.leave(day));
        }
        throw refused("leave");
    }

    public DocumentService publish(LocalDate day) {
        if (state instanceof Undeliverable undeliverable && !day.isBefore(undeliverable.on())) {
            return in(undeliverable.publish(day));
        }
        throw refused("publish");
    }

    /** The days of the public notice are over. */
    public DocumentService expire() {
        if (state instanceof Published published) {
            return in(published.expire());
        }
        throw refused("expire");
    }

    private DocumentService in(ServiceState next) {
        return new DocumentService(id, of, version + 1, next);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "service.move-not-allowed", "Cannot %s the service %s: it is %s".formatted(move, id, state));
    }
}

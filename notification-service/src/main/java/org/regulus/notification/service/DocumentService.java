package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.service.ServiceState.Open;
import org.regulus.notification.service.ServiceState.Published;
import org.regulus.notification.service.ServiceState.Refused;
import org.regulus.notification.service.ServiceState.Requested;
import org.regulus.notification.service.ServiceState.Tried;
import org.regulus.notification.service.ServiceState.Undeliverable;

/** The service of one document on one operator, with everything that was done for it. */
public record DocumentService(UUID id, Of of, Terms terms, int version, List<Step> steps) {

    private static final String BY_LAW = "by law";

    public DocumentService {
        steps = List.copyOf(steps);
    }

    /**
     * @param document which kind
     * @param documentId the document itself where it was handed over to be served, else the inspection, order or proceeding it is of
     */
    public record Of(UUID caseId, UUID operatorId, String authority, String document, UUID documentId) {}

    /** Who did something, and what proves it. */
    public record Proof(String evidence, String by) {
        Step of(ServiceState outcome) {
            return new Step(outcome, Optional.ofNullable(evidence), by);
        }
    }

    /** Handed over to be served: nothing was done yet, and nothing is announced. */
    public static DocumentService requested(UUID id, Of of, Terms terms) {
        return new DocumentService(id, of, terms, 0, List.of());
    }

    /** With its first try, of the officer's own accord. */
    public static DocumentService begun(UUID id, Of of, Terms terms, Tried first, Proof proof) {
        return requested(id, of, terms).attempt(first, proof);
    }

    public ServiceState state() {
        return steps.isEmpty()
                ? new Requested(terms.from())
                : steps.get(steps.size() - 1).outcome();
    }

    public DocumentService attempt(Tried tried, Proof proof) {
        if (state() instanceof Open open && !tried.on().isBefore(open.on())) {
            terms.refuseUnlessAllowed(tried);
            return with(proof.of(open.attempt(tried)));
        }
        throw refused("try");
    }

    /** Left with the addressee who had refused it, before witnesses or a camera. */
    public DocumentService leave(LocalDate day, Proof proof) {
        if (state() instanceof Refused refused && !day.isBefore(refused.on())) {
            return with(proof.of(refused.leave(day)));
        }
        throw refused("leave");
    }

    public DocumentService publish(LocalDate day, Proof proof) {
        if (state() instanceof Undeliverable undeliverable && !day.isBefore(undeliverable.on())) {
            return with(proof.of(undeliverable.publish(day)));
        }
        throw refused("publish");
    }

    /** The days of the public notice are over. */
    public DocumentService expire() {
        if (state() instanceof Published published) {
            return with(new Proof(null, BY_LAW).of(published.expire()));
        }
        throw refused("expire");
    }

    private DocumentService with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new DocumentService(id, of, terms, version + 1, more);
    }

    private Refusal refused(String move) {
        return Refusal.conflict(
                "service.move-not-allowed", "Cannot %s the service %s: it is %s".formatted(move, id, state()));
    }
}

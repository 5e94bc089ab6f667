package org.regulus.sanctions.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/**
 * What became of a document on its way to the operator, as the notification-service tells it.
 *
 * @param serviceId whose outcomes are in order of their {@code sequence}
 * @param method how; of what failed it may be unknown
 * @param on the day on which it happened; of a document that was served: from which the operator's periods run
 */
public record ServiceOutcome(
        CaseSubject about, UUID serviceId, long sequence, Word word, Optional<String> method, LocalDate on) {

    public enum Word {
        REFUSED,
        UNDELIVERABLE,
        /** By public notice, whose days run. */
        PUBLISHED,
        SERVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isServed() {
        return word == Word.SERVED;
    }

    /**
     * In the words of a proceeding.
     *
     * @throws Refusal MALFORMED {@code event.unreadable} for a way that nobody here has heard of
     */
    Optional<ServiceMethod> way() {
        return method.map(code -> switch (code) {
            case "in-person", "entrusted" -> ServiceMethod.IN_PERSON;
            case "left" -> ServiceMethod.LEFT_WITH_WITNESS;
            case "post" -> ServiceMethod.MAIL;
            case "electronic" -> ServiceMethod.ELECTRONIC;
            case "public-notice" -> ServiceMethod.PUBLIC_NOTICE;
            default -> throw Refusal.malformed("event.unreadable", "There is no way of service " + code);
        });
    }

    boolean isNewerThan(ServiceOutcome known) {
        return !serviceId.equals(known.serviceId) || sequence > known.sequence;
    }
}

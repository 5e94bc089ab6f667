package org.regulus.sanctions.document.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.document.ServiceOutcome;
import org.regulus.sanctions.document.ServiceOutcome.Word;

/** What became of a document on its way, as it is stored and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeColumn(UUID serviceId, long sequence, String word, String method, LocalDate on) {

    static OutcomeColumn of(ServiceOutcome outcome) {
        return new OutcomeColumn(
                outcome.serviceId(),
                outcome.sequence(),
                outcome.word().code(),
                outcome.method().orElse(null),
                outcome.on());
    }

    ServiceOutcome toDomain(CaseSubject about) {
        return new ServiceOutcome(
                about,
                serviceId,
                sequence,
                Word.valueOf(word.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(method),
                on);
    }
}

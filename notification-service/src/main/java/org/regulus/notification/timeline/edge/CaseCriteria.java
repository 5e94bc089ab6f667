package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Roles;
import org.regulus.common.actor.Scope;
import org.regulus.common.problem.Refusal;

/**
 * Which cases of those that the asker may see; what is not given is not asked for. {@link CaseList} is what finds them.
 *
 * @param kind what the case was opened for: campaign or risk
 * @param dueBefore something is to be done before that moment
 * @param text how the case's number begins, a part of the operator's name or its USCC, or the id of either
 * @param assignedTo the account of the officer who has it in hand, me or nobody; not for operators
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseCriteria(
        @Size(max = 20) String authority,
        UUID campaign,
        @Size(max = 20) String phase,
        @Size(max = 20) String province,
        @Size(max = 20) String kind,
        Instant dueBefore,
        @Size(max = 60) String text,
        @Size(max = 200) String assignedTo) {

    public static final CaseCriteria ALL = new CaseCriteria(null, null, null, null, null, null, null, null);

    /** Of a unified social credit code: GB 32100. */
    private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

    private static final String ME = "me";

    /**
     * With a name in place of "me".
     *
     * @throws Refusal INVALID {@code case.filter-impossible} when a word has U+0000, which no database can be asked
     * @throws Refusal FORBIDDEN {@code case.assignment-hidden} when an operator asks who has a case in hand
     */
    public CaseCriteria askedBy(Actor asker) {
        requirePossible();
        if (assignedTo != null && asker.has(Roles.OPERATOR)) {
            throw Refusal.forbidden("case.assignment-hidden", "Who has a case in hand is the authority's own affair");
        }
        return ME.equals(assignedTo)
                ? new CaseCriteria(authority, campaign, phase, province, kind, dueBefore, text, asker.subject())
                : this;
    }

    private void requirePossible() {
        boolean nul = Stream.of(authority, phase, province, kind, text, assignedTo)
                .anyMatch(word -> word != null && word.indexOf('\0') >= 0);
        if (nul) {
            throw Refusal.invalid("case.filter-impossible", "A word has no U+0000");
        }
    }

    /** Sets the parameters of {@link CaseList}. */
    public <T> Mutiny.SelectionQuery<T> bound(Mutiny.SelectionQuery<T> query, Scope scope) {
        return query.setParameter(1, uuid(scope.operatorId()))
                .setParameter(2, text(scope.authority()))
                .setParameter(3, text(authority))
                .setParameter(4, uuid(campaign))
                .setParameter(5, text(phase))
                .setParameter(6, text(province))
                .setParameter(7, text(kind))
                .setParameter(
                        8,
                        new TypedParameterValue<>(
                                StandardBasicTypes.OFFSET_DATE_TIME_WITH_TIMEZONE,
                                dueBefore == null ? null : dueBefore.atOffset(ZoneOffset.UTC)))
                .setParameter(9, text(words()))
                .setParameter(10, text(assignedTo));
    }

    /** Nothing but spaces asks for nothing. An operator's id follows from its USCC (decision 0009), so the code is found by the id. */
    private String words() {
        if (text == null || text.isBlank()) {
            return null;
        }
        String code = text.strip().toUpperCase(Locale.ROOT);
        return USCC.matcher(code).matches()
                ? Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL)
                        .generate("urn:regulus:uscc:" + code)
                        .toString()
                : text.strip();
    }

    private static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    private static TypedParameterValue<UUID> uuid(UUID value) {
        return new TypedParameterValue<>(StandardBasicTypes.UUID, value);
    }
}

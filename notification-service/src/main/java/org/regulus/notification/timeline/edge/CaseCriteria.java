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
import org.regulus.common.rest.Rows;

/**
 * Which cases of those that the asker may see; what is not given is not asked for. Written twice, for lists and for counts, and side by
 * side, so that a facet counts what the list shows.
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
    private static final String NOBODY = "nobody";

    /** Of the cases {@code c} that the operator ?1 or the authority ?2 may see. */
    public static final String WHERE =
            """
            where (c.operator_id = ?1 or c.authority = ?2
                   or c.id in (select case_id from case_reader where authority = ?2))
              and (cast(?3 as text) is null or c.authority = ?3) and (cast(?4 as uuid) is null or c.campaign_id = ?4)
              and (cast(?5 as text) is null or c.phase = ?5) and (cast(?6 as text) is null or c.province = ?6)
              and (cast(?7 as text) is null or c.kind = ?7)
              and (cast(?8 as timestamptz) is null or c.next_due_at < ?8)
              and (cast(?9 as text) is null or c.case_number like number_start(?9) or c.id = meant_id(?9)
                   or c.operator_id = meant_id(?9)
                   or name_grams(c.operator_name) @> name_grams(?9) and position(lower(?9) in lower(c.operator_name)) > 0)
              and (cast(?10 as text) is null or c.assigned_to = ?10 or ?10 = 'nobody' and c.assigned_to is null)""";

    /** The number that the first parameter behind {@link #WHERE} has. */
    public static final int NEXT = 11;

    /** PostgreSQL's own words, which its indexes understand. */
    private static final String FOUND =
            """
            cast(sql('(? like number_start(cast(? as text)) or ? = meant_id(cast(? as text)) or ? = meant_id(cast(? as text))
              or name_grams(?) @> name_grams(cast(? as text)) and position(lower(cast(? as text)) in lower(?)) > 0)',
              caseNumber, :text, id, :text, operatorId, :text, operatorName, :text, :text, operatorName) as boolean) = true""";

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

    Rows<KnownCaseRow> rows(Actor asker) {
        Rows<KnownCaseRow> rows = Readership.readable(KnownCaseRow.class, asker, "id")
                .and("authority = :authority", "authority", authority)
                .and("campaignId = :campaign", "campaign", campaign)
                .and("phase = :phase", "phase", phase)
                .and("province = :province", "province", province)
                .and("kind = :kind", "kind", kind)
                .and("nextDueAt < :dueBefore", "dueBefore", dueBefore)
                .and(FOUND, "text", words());
        return NOBODY.equals(assignedTo)
                ? rows.and("assignedTo is null and :nobody = :nobody", "nobody", NOBODY)
                : rows.and("assignedTo = :assignedTo", "assignedTo", assignedTo);
    }

    /** Sets the parameters of {@link #WHERE}. */
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

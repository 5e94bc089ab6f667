package org.regulus.notification.export.edge;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;

/** Which of the cases that the asker's authority may read; as the list of cases is filtered. */
record ExportFilter(
        UUID campaign,
        @Size(max = 20) String phase,
        @Size(max = 20) String province,
        @Size(max = 20) String kind,
        Instant dueBefore) {

    static final ExportFilter ALL = new ExportFilter(null, null, null, null, null);

    /** Behind the case ?1, of the authority ?2. */
    static final String WHERE =
            """
            where c.id > ?1 and (c.authority = ?2 or c.id in (select case_id from case_reader where authority = ?2))
              and (cast(?3 as uuid) is null or c.campaign_id = ?3) and (cast(?4 as text) is null or c.phase = ?4)
              and (cast(?5 as text) is null or c.province = ?5) and (cast(?6 as text) is null or c.kind = ?6)
              and (cast(?7 as timestamptz) is null or c.next_due_at < ?7)""";

    <T> Mutiny.SelectionQuery<T> bound(Mutiny.SelectionQuery<T> query, UUID after, String authority) {
        return query.setParameter(1, after)
                .setParameter(2, authority)
                .setParameter(3, new TypedParameterValue<>(StandardBasicTypes.UUID, campaign))
                .setParameter(4, text(phase))
                .setParameter(5, text(province))
                .setParameter(6, text(kind))
                .setParameter(
                        7,
                        new TypedParameterValue<>(
                                StandardBasicTypes.OFFSET_DATE_TIME_WITH_TIMEZONE,
                                dueBefore == null ? null : dueBefore.atOffset(ZoneOffset.UTC)));
    }

    private static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }
}

package org.regulus.notification.timeline.edge;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.Rows;

/** Which cases of those that the asker may see. What is not given is not asked for. */
class CaseFilter {

    @RestQuery
    @Size(max = 20)
    String authority;

    @RestQuery
    UUID campaign;

    @RestQuery
    @Size(max = 20)
    String phase;

    @RestQuery
    @Size(max = 20)
    String province;

    /** What the case was opened for: campaign or risk. */
    @RestQuery
    @Size(max = 20)
    String kind;

    /** Something is to be done before that moment. */
    @RestQuery
    Instant dueBefore;

    /** How the case's number begins. */
    @RestQuery
    @Size(max = 60)
    String text;

    Rows<KnownCaseRow> rows(Actor asker) {
        return Readership.readable(KnownCaseRow.class, asker, "id")
                .and("authority = :authority", "authority", authority)
                .and("campaignId = :campaign", "campaign", campaign)
                .and("phase = :phase", "phase", phase)
                .and("province = :province", "province", province)
                .and("kind = :kind", "kind", kind)
                .and("nextDueAt < :dueBefore", "dueBefore", dueBefore)
                .and("caseNumber like :text escape '!'", "text", text == null ? null : pattern(text));
    }

    static String pattern(String start) {
        return start.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}

package org.regulus.notification.timeline.edge;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Actor;
import org.regulus.common.time.Era;

/** {@link CaseCriteria} as the query of an address. */
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

    /** How the case's number begins, a part of the operator's name, or the id of either. */
    @RestQuery
    @Size(max = 60)
    String text;

    /** Who has it in hand: me, nobody, or an officer's account. */
    @RestQuery
    @Size(max = 200)
    String assignedTo;

    CaseCriteria criteria(Actor asker) {
        return new CaseCriteria(authority, campaign, phase, province, kind, Era.kept(dueBefore), text, assignedTo)
                .askedBy(asker);
    }
}

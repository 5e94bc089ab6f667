package org.regulus.notification.invitation.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.common.event.EventEnvelope;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.Rulebook;
import org.regulus.notification.message.edge.Facts;
import org.regulus.notification.message.edge.MailPlanning;
import org.regulus.notification.message.edge.MailPlanning.To;

/** Tells the inspectors of an interview by mail, in the transaction of the event's claim; also those who join or leave later. */
@ApplicationScoped
public class Invitations {

    static final String ASSIGNED = "regulus.inspection.inspectors-assigned.v1";
    static final String REPLACED = "regulus.inspection.inspector-replaced.v1";
    static final String SCHEDULED = "regulus.inspection.interview-scheduled.v1";
    static final String RESCHEDULED = "regulus.inspection.interview-rescheduled.v1";
    static final String CANCELLED = "regulus.inspection.interview-cancelled.v1";
    static final String HELD = "regulus.inspection.interview-held.v1";

    private final Teams teams;
    private final Rulebook rules;
    private final Facts facts;
    private final MailPlanning mails;

    Invitations(Teams teams, Rulebook rules, Facts facts, MailPlanning mails) {
        this.teams = teams;
        this.rules = rules;
        this.facts = facts;
        this.mails = mails;
    }

    record Assigned(UUID inspectionId, List<UUID> inspectorIds) {}

    record Replaced(UUID inspectionId, UUID removedInspectorId, UUID substituteInspectorId) {}

    record OfInterview(UUID inspectionId) {}

    private record About(EventEnvelope event, UUID caseId, UUID operatorId) {
        MailPlanning.About with(Notice notice, String facts) {
            return new MailPlanning.About(event, caseId, operatorId, notice, facts);
        }
    }

    public Uni<Void> follow(EventEnvelope event, UUID caseId, UUID operatorId, JsonNode data) {
        About about = new About(event, caseId, operatorId);
        return switch (event.type()) {
            case ASSIGNED -> {
                Assigned assigned = event.dataAs(Assigned.class);
                yield teams.assign(assigned.inspectionId(), assigned.inspectorIds());
            }
            case REPLACED -> replaced(about, event.dataAs(Replaced.class));
            case SCHEDULED, RESCHEDULED -> told(about, data, true);
            case CANCELLED -> told(about, data, false);
            case HELD -> teams.close(event.dataAs(OfInterview.class).inspectionId());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> told(About about, JsonNode data, boolean open) {
        UUID inspection = about.event().dataAs(OfInterview.class).inspectionId();
        Optional<Notice> notice = toInspectors(about, about.event().type());
        if (notice.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String told = facts.of(notice.get(), data, about.event().aggregate().sequence());
        return teams.tell(inspection, told, open)
                .chain(() -> teams.of(inspection))
                .chain(team -> mails.plan(about.with(notice.get(), told), To.now(team)));
    }

    /** What was told of the interview, told again to the two whom it concerns. */
    private Uni<Void> replaced(About about, Replaced change) {
        return teams.replace(change.inspectionId(), change.removedInspectorId(), change.substituteInspectorId())
                .chain(() -> teams.openInterview(change.inspectionId()))
                .chain(told -> told == null
                        ? Uni.createFrom().voidItem()
                        : mail(about, CANCELLED, told, change.removedInspectorId())
                                .chain(() -> mail(about, SCHEDULED, told, change.substituteInspectorId())));
    }

    private Uni<Void> mail(About about, String type, String told, UUID inspector) {
        return toInspectors(about, type)
                .map(notice -> mails.plan(about.with(notice, told), List.of(To.now(Teams.recipient(inspector)))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Optional<Notice> toInspectors(About about, String type) {
        return rules.about(type, about.event().time())
                .filter(notice -> notice.recipients(Notice.MAIL).contains(Notice.ASSIGNED_INSPECTORS));
    }
}

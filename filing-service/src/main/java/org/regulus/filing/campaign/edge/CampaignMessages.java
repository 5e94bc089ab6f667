package org.regulus.filing.campaign.edge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.filing.campaign.Campaign;
import org.regulus.filing.campaign.CampaignEvent;

/** A campaign's changes as they go over the wire. */
final class CampaignMessages {

    static final String PUBLISHED = "regulus.filing.campaign-published.v1";
    static final String CORRECTED = "regulus.filing.campaign-corrected.v1";
    static final String FILING_CLOSED = "regulus.filing.campaign-filing-closed.v1";
    static final String COMPLETED = "regulus.filing.campaign-completed.v1";

    private CampaignMessages() {}

    record CampaignPublished(
            UUID campaignId,
            String authority,
            String code,
            String ruleSet,
            Instant filingOpensAt,
            Instant filingDueAt,
            int cases,
            List<Integer> reminders) {}

    record CampaignCorrected(
            UUID campaignId, String authority, String code, int correction, Instant filingDueAt, Instant correctedAt) {}

    record CampaignFilingClosed(
            UUID campaignId, String authority, String code, Instant closedAt, int filed, int overdue) {}

    record CampaignCompleted(UUID campaignId, String authority, String code, Instant completedAt, int closedCases) {}

    static OutboxMessage of(CampaignRow row, Campaign.Change<? extends CampaignEvent> change) {
        CampaignEvent event = change.event();
        if (event instanceof CampaignEvent.CampaignPublished published) {
            return message(
                    PUBLISHED,
                    row,
                    change,
                    published.at(),
                    new CampaignPublished(
                            row.id,
                            row.authority,
                            row.code,
                            row.ruleSet,
                            row.filingOpensAt,
                            row.filingDueAt,
                            published.cases(),
                            List.of(row.reminders)));
        }
        if (event instanceof CampaignEvent.CampaignCorrected corrected) {
            return message(
                    CORRECTED,
                    row,
                    change,
                    corrected.at(),
                    new CampaignCorrected(
                            row.id,
                            row.authority,
                            row.code,
                            corrected.correction(),
                            corrected.dueAt(),
                            corrected.at()));
        }
        if (event instanceof CampaignEvent.FilingClosed closed) {
            return message(
                    FILING_CLOSED,
                    row,
                    change,
                    closed.at(),
                    new CampaignFilingClosed(
                            row.id, row.authority, row.code, closed.at(), closed.filed(), closed.overdue()));
        }
        if (event instanceof CampaignEvent.CampaignCompleted completed) {
            return message(
                    COMPLETED,
                    row,
                    change,
                    completed.at(),
                    new CampaignCompleted(row.id, row.authority, row.code, completed.at(), completed.closedCases()));
        }
        throw new IllegalStateException("No message for " + event);
    }

    private static OutboxMessage message(
            String type, CampaignRow row, Campaign.Change<?> change, Instant at, Object data) {
        AggregateVersion aggregate =
                new AggregateVersion("campaign", row.id, change.campaign().announced());
        return new OutboxMessage(type, row.id, aggregate, row.authority, at, data);
    }
}

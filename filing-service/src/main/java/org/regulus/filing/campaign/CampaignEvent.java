package org.regulus.filing.campaign;

import java.time.Instant;
import java.util.UUID;

/** What can happen to a campaign. */
public sealed interface CampaignEvent {

    record CampaignPublished(UUID campaign, int cases, Instant at) implements CampaignEvent {}

    /** @param correction its number, from 1 on */
    record CampaignCorrected(UUID campaign, int correction, Instant dueAt, Instant at) implements CampaignEvent {}

    record FilingClosed(UUID campaign, int filed, int overdue, Instant at) implements CampaignEvent {}

    record CampaignCompleted(UUID campaign, int closedCases, Instant at) implements CampaignEvent {}
}

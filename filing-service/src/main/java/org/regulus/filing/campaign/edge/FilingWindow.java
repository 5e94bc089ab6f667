package org.regulus.filing.campaign.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;

/** The end of a campaign's filing window. */
@ApplicationScoped
class FilingWindow implements DeadlineHandler {

    private final Campaigns campaigns;

    FilingWindow(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String kind() {
        return Campaigns.FILING_WINDOW;
    }

    @Override
    public Uni<Void> due(Deadline deadline) {
        return campaigns.closeFiling(deadline.subject());
    }
}

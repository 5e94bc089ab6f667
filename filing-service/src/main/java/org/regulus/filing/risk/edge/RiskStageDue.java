package org.regulus.filing.risk.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;

/** The time of a stage is over. */
@ApplicationScoped
class RiskStageDue implements DeadlineHandler {

    private final RiskStages stages;

    RiskStageDue(RiskStages stages) {
        this.stages = stages;
    }

    @Override
    public String kind() {
        return StagePlan.KIND;
    }

    @Override
    public Uni<Void> due(Deadline deadline) {
        return stages.missed(deadline.subject());
    }
}

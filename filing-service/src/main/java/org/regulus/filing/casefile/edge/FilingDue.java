package org.regulus.filing.casefile.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;

/** The filing deadline of one case. */
@ApplicationScoped
class FilingDue implements DeadlineHandler {

    private final Cases cases;

    FilingDue(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String kind() {
        return Cases.FILING_DUE;
    }

    @Override
    public Uni<Void> due(Deadline deadline) {
        return cases.fallOverdue(deadline.caseId(), deadline.dueAt());
    }
}

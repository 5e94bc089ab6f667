package org.regulus.inspection.publication.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.deadline.Deadline;
import org.regulus.common.deadline.DeadlineHandler;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.time.WorkingDays;
import org.regulus.common.time.Zones;
import org.regulus.inspection.publication.Publication;

/** Publishes a result on the last day of the term, without anybody having to think of it. */
@ApplicationScoped
public class PublicationDue implements DeadlineHandler {

    private static final String KIND = "inspection.publication";

    private final Deadlines deadlines;
    private final WorkingDays calendar;
    private final Publications publications;

    PublicationDue(Deadlines deadlines, WorkingDays calendar, Publications publications) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.publications = publications;
    }

    /** In the transaction that concludes the inspection. */
    public Uni<Void> after(UUID inspection, UUID caseId, Instant concludedAt) {
        Instant due = calendar.plus(concludedAt.atZone(Zones.REGULATOR).toLocalDate(), Publication.PUBLISH_WITHIN_DAYS)
                .atStartOfDay(Zones.REGULATOR)
                .toInstant();
        return deadlines.set(new NewDeadline(KIND, inspection, caseId, due));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> due(Deadline deadline) {
        return publications.publish(deadline.subject());
    }
}

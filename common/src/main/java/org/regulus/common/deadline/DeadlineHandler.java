package org.regulus.common.deadline;

import io.smallrye.mutiny.Uni;

/** What happens when a deadline of one kind has come. Called in a transaction that also marks the deadline as fired: once in effect. */
public interface DeadlineHandler {

    String kind();

    /** Must take it calmly when the duty was met in the meantime. */
    Uni<Void> due(Deadline deadline);
}

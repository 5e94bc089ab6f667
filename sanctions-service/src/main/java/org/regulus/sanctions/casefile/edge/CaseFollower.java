package org.regulus.sanctions.casefile.edge;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What goes along when a case goes to another authority, in the caller's transaction. */
public interface CaseFollower {

    Uni<Void> follow(UUID caseId, String holder);

    /** Orders before proceedings: who opens a proceeding at this moment holds the order, and is waited for. */
    int turn();
}

package org.regulus.notification.timeline.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.ledger.edge.Proofs;
import org.regulus.notification.ledger.edge.Proofs.Bundle;

/** For authorities only: a bundle holds its internal steps too. */
@Path("/cases/{caseId}/proof")
@RolesAllowed(Roles.STAFF)
class CaseProofResource {

    private final Proofs proofs;
    private final CurrentActor actor;

    CaseProofResource(Proofs proofs, CurrentActor actor) {
        this.proofs = proofs;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "The case's events with proofs that they are in the ledger, to be checked offline")
    public Uni<Bundle> proof(@RestPath UUID caseId) {
        return Readership.readable(KnownCaseRow.class, actor.get(), "id")
                .one(caseId, "case.unknown")
                .chain(known -> proofs.ofCase(known.id));
    }
}

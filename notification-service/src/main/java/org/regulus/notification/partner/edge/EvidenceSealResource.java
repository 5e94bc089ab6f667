package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;

/** The digests that a seal holds. They tell nothing of what they are of, so that each partner may see those of all. */
@Path("/evidence-seals/{id}")
@RolesAllowed({Roles.PARTNER, Roles.PLATFORM_ADMIN, Roles.AUDITOR})
class EvidenceSealResource {

    private final EvidenceSeals seals;

    EvidenceSealResource(EvidenceSeals seals) {
        this.seals = seals;
    }

    @GET
    @Operation(
            summary = "The digests that a seal holds, in its order",
            description = "Its digest is the SHA-256 of them, one a line, and stands in the ledger as evidence-sealed")
    public Uni<EvidenceSeals.Seal> one(@RestPath UUID id) {
        return seals.one(id);
    }
}

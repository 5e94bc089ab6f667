package org.regulus.notification.ledger.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Roles;
import org.regulus.notification.ledger.edge.Proofs.Consistency;
import org.regulus.notification.ledger.edge.Proofs.Inclusion;

/** RFC 9162's proofs, hashes in hex; a position counts from 1, as everywhere in this ledger, so the leaf index is one less. */
@Path("/ledger")
@RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
class ProofResource {

    private final Proofs proofs;

    ProofResource(Proofs proofs) {
        this.proofs = proofs;
    }

    record InclusionView(long position, long size, String leafHash, String rootHash, List<String> hashes) {}

    record ConsistencyView(long from, long to, String fromRootHash, String toRootHash, List<String> hashes) {}

    @GET
    @Path("/inclusion")
    @Operation(summary = "That the entry at a position is in the ledger of a size")
    public Uni<InclusionView> inclusion(@RestQuery @Min(1) long position, @RestQuery @Min(1) long size) {
        return proofs.inclusion(position, size).map(ProofResource::view);
    }

    /** Hashes alone, which tell nothing of what is in it: so that a witness can check by itself. */
    @GET
    @Path("/consistency")
    @PermitAll
    @Operation(summary = "That the ledger of one size is the beginning of that of another; without login")
    public Uni<ConsistencyView> consistency(@RestQuery @Min(1) long from, @RestQuery @Min(1) long to) {
        return proofs.consistency(from, to).map(ProofResource::view);
    }

    private static InclusionView view(Inclusion proof) {
        return new InclusionView(
                proof.position(), proof.size(), hex(proof.leaf()), hex(proof.root()), hex(proof.hashes()));
    }

    private static ConsistencyView view(Consistency proof) {
        return new ConsistencyView(
                proof.from(), proof.to(), hex(proof.fromRoot()), hex(proof.toRoot()), hex(proof.hashes()));
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(ProofResource::hex).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

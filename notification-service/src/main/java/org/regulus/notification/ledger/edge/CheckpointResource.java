package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.ledger.Checkpoint;
import org.regulus.notification.ledger.edge.Checkpoints.Kept;

/** For witnesses, without login: a checkpoint tells how long the ledger is and nothing of what it holds. */
@Path("/ledger/checkpoints")
@PermitAll
class CheckpointResource {

    private static final int PAGE_MAX = 1_000;
    private static final int NOTE_MAX = 10_000;

    private final KeptCheckpoints checkpoints;
    private final LedgerKeys keys;
    private final Ledger ledger;
    private final TreeNodes tree;

    CheckpointResource(KeptCheckpoints checkpoints, LedgerKeys keys, Ledger ledger, TreeNodes tree) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.ledger = ledger;
        this.tree = tree;
    }

    record Page(List<Kept> items) {}

    record Keys(List<String> verifiers) {}

    record ToCheck(@NotBlank @Size(max = NOTE_MAX) String note) {}

    /** @param outcome contained, forked, cut-off (the ledger is shorter: an older copy, or its end is gone) or not-genuine */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(String outcome, Long size, long ledgerSize) {}

    @GET
    @Path("/latest")
    @Produces("text/plain;charset=UTF-8")
    @Operation(summary = "The newest checkpoint, a C2SP tlog-checkpoint")
    public Uni<String> latest() {
        return Panache.withSession(checkpoints::latest)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("checkpoint.none", "Nothing was signed yet"))
                .map(Kept::note);
    }

    @GET
    @Operation(summary = "Checkpoints in order of size")
    public Uni<Page> list(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(PAGE_MAX) int limit) {
        return Panache.withSession(() -> checkpoints.after(after, limit)).map(Page::new);
    }

    @GET
    @Path("/keys")
    @Operation(summary = "The verifier keys of checkpoints, also of former ones (C2SP signed-note)")
    public Keys keys() {
        return new Keys(keys.verifiers());
    }

    @POST
    @Path("/verification")
    @Operation(summary = "Says whether the ledger still begins with what a checkpoint that somebody kept says")
    public Uni<Checked> check(@NotNull @Valid ToCheck toCheck) {
        return ledger.head().chain(head -> keys.open(toCheck.note())
                .map(signed -> held(signed, head.position()))
                .orElseGet(() -> Uni.createFrom().item(new Checked("not-genuine", null, head.position()))));
    }

    private Uni<Checked> held(Checkpoint signed, long size) {
        if (signed.size() > size) {
            return Uni.createFrom().item(new Checked("cut-off", signed.size(), size));
        }
        return Panache.withSession(() -> tree.root(signed.size()))
                .map(root -> Arrays.equals(root, signed.root()) ? "contained" : "forked")
                .map(outcome -> new Checked(outcome, signed.size(), size));
    }
}

package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.LedgerEntry;
import org.regulus.notification.ledger.edge.Verification.Outcome;
import org.regulus.notification.ledger.edge.Verification.Step;

/**
 * The ledger for those who check it. The hashes of all entries are shown, so that the chain can be followed across authorities; the
 * text of an entry only to the auditors of its authority, and to the installation's administrators.
 */
@Path("/ledger")
@RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
class LedgerResource {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ENTRIES_MAX = 1_000;
    private static final long TOLD_EVERY = 10L * Verification.PAGE;

    private final Ledger ledger;
    private final Verification verification;
    private final CurrentActor actor;

    LedgerResource(Ledger ledger, Verification verification, CurrentActor actor) {
        this.ledger = ledger;
        this.verification = verification;
        this.actor = actor;
    }

    record HeadView(long position, String chainHash) {}

    /** @param canonical null when it is another authority's: its leaf hash stands for it */
    record EntryView(
            long position,
            String eventId,
            String type,
            String authority,
            String canonical,
            String leafHash,
            String previousHash,
            String chainHash) {
        static EntryView of(LedgerEntry entry, Actor asker) {
            String authority = entry.labels().authority();
            boolean readable = asker.has(Roles.PLATFORM_ADMIN)
                    || asker.authority().filter(authority::equals).isPresent();
            return new EntryView(
                    entry.position(),
                    entry.labels().eventId(),
                    entry.labels().type(),
                    authority,
                    readable ? entry.canonical() : null,
                    HEX.formatHex(entry.leafHash()),
                    HEX.formatHex(entry.previousHash()),
                    HEX.formatHex(entry.chainHash()));
        }
    }

    record Entries(List<EntryView> items) {}

    /** @param kind changed, relabelled, dropped, swapped, duplicated, head-changed, tree-changed, cut-off, forked, forged */
    record FaultView(long position, String eventId, String kind, String what) {
        static FaultView of(Fault fault) {
            String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new FaultView(fault.position(), fault.eventId(), kind, fault.what());
        }
    }

    record VerificationView(
            boolean intact,
            long entries,
            String head,
            String rootHash,
            @JsonInclude(JsonInclude.Include.NON_NULL) FaultView firstFault) {
        static VerificationView of(Outcome outcome) {
            return new VerificationView(
                    outcome.intact(),
                    outcome.entries(),
                    outcome.head(),
                    outcome.root(),
                    outcome.firstFault() == null ? null : FaultView.of(outcome.firstFault()));
        }
    }

    @GET
    @Path("/head")
    @Operation(summary = "The last position and its chain hash: note it down, and nobody can rewrite what came before")
    public Uni<HeadView> head() {
        return ledger.head().map(head -> new HeadView(head.position(), HEX.formatHex(head.chainHash())));
    }

    @GET
    @Path("/entries")
    @Operation(summary = "Entries after a position, in order")
    public Uni<Entries> entries(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(ENTRIES_MAX) int limit) {
        Actor asker = actor.get();
        return ledger.after(after, limit)
                .map(page -> new Entries(
                        page.stream().map(entry -> EntryView.of(entry, asker)).toList()));
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Follows the whole chain and tree against every checkpoint, and names the first fault")
    public Uni<VerificationView> verify() {
        return verification.verify().map(VerificationView::of);
    }

    /** @param outcome only in the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgressView(long entries, long of, VerificationView outcome) {
        static ProgressView of(Step step) {
            return new ProgressView(
                    step.entries(), step.of(), step.outcome() == null ? null : VerificationView.of(step.outcome()));
        }
    }

    @GET
    @Path("/verification/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "The same, telling how far it is: for a ledger that takes longer than one waits for an answer")
    public Multi<ProgressView> follow() {
        return verification
                .steps()
                .select()
                .where(step -> step.outcome() != null || step.entries() % TOLD_EVERY == 0)
                .map(ProgressView::of);
    }
}

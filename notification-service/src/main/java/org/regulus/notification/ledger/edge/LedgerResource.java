package org.regulus.notification.ledger.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.notification.ledger.Fault;
import org.regulus.notification.ledger.LedgerEntry;

/**
 * The ledger for those who check it. The hashes of all entries are shown, so that the chain can be followed across authorities; the
 * text of an entry only to the auditors of its authority, and to the installation's administrators.
 */
@Path("/ledger")
@RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
class LedgerResource {

    private static final HexFormat HEX = HexFormat.of();
    private static final int ENTRIES_MAX = 1_000;

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
            @JsonInclude(JsonInclude.Include.NON_NULL) FaultView firstFault) {}

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
        return verification
                .verify()
                .map(outcome -> new VerificationView(
                        outcome.intact(),
                        outcome.entries(),
                        outcome.head(),
                        outcome.root(),
                        outcome.firstFault() == null ? null : FaultView.of(outcome.firstFault())));
    }
}

package org.regulus.notification.ledger.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;

/**
 * The ledger for those who check it. The hashes of all entries are shown; the text of an entry only to the auditors of its authority,
 * and to those of the installation, whose tokens name none.
 */
@Path("/ledger")
@RolesAllowed({Roles.AUDITOR, Roles.PLATFORM_ADMIN})
class LedgerResource {

    private static final HexFormat HEX = HexFormat.of();

    private final Ledger ledger;
    private final CurrentActor actor;

    LedgerResource(Ledger ledger, CurrentActor actor) {
        this.ledger = ledger;
        this.actor = actor;
    }

    record HeadView(long position, String chainHash) {}

    /** @param canonical null when it is another authority's */
    record EntryView(
            long position,
            String eventId,
            String type,
            String authority,
            String canonical,
            String leafHash,
            String previousHash,
            String chainHash) {
        static EntryView of(Ledger.Stored stored, Actor asker) {
            var entry = stored.entry();
            boolean own = asker.authority().map(stored.authority()::equals).orElse(true);
            return new EntryView(
                    entry.position(),
                    entry.eventId(),
                    entry.type(),
                    stored.authority(),
                    own ? entry.canonical() : null,
                    HEX.formatHex(entry.leafHash()),
                    HEX.formatHex(entry.previousHash()),
                    HEX.formatHex(entry.chainHash()));
        }
    }

    record Entries(List<EntryView> items) {}

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
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        Actor asker = actor.get();
        return ledger.after(after, limit)
                .map(page -> new Entries(
                        page.stream().map(stored -> EntryView.of(stored, asker)).toList()));
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Follows the whole chain and names the first fault")
    public Uni<Ledger.Verification> verify() {
        return ledger.verify();
    }
}

package org.regulus.inspection.draw.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Inspectors who were recused after the draw, each replaced by the next ticket, for everybody to see. */
@Path("/draws/{id}/inspector-replacements")
class InspectorReplacementResource {

    private static final String LINES = "application/x-ndjson";

    @GET
    @Produces(LINES)
    @PermitAll
    @Operation(
            summary =
                    "The inspectors of a draw that were replaced, for everybody, a line for each: behind the draw record and its replacements they can be verified with them")
    public Uni<String> lines(@RestPath UUID id) {
        return DrawResource.published(id)
                .chain(draw -> Panache.withSession(() -> DrawnInspectors.of(draw.id)))
                .map(rows -> rows.stream().map(row -> row.record + "\n").collect(Collectors.joining()));
    }
}

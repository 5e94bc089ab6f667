package org.regulus.filing.registry.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** An authority's register of operators. An operator sees how it is registered, with each authority. */
@Path("/operators")
class OperatorResource {

    private final Registry registry;
    private final CurrentActor actor;

    OperatorResource(Registry registry, CurrentActor actor) {
        this.registry = registry;
        this.actor = actor;
    }

    record OperatorView(
            UUID id,
            String authority,
            String uscc,
            String name,
            String province,
            String licenceClass,
            String licenceNumber,
            List<String> systemKinds,
            String noticeEmail,
            String language) {
        static OperatorView of(RegistrationRow row) {
            return new OperatorView(
                    row.operatorId,
                    row.authority,
                    row.uscc,
                    row.name,
                    row.province,
                    row.licenceClass,
                    row.licenceNumber,
                    List.of(row.systemKinds),
                    row.noticeEmail,
                    row.language);
        }
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @RolesAllowed(Roles.CAMPAIGN_MANAGER)
    @Operation(summary = "Imports the authority's register: every row, or none and what is wrong with each")
    public Uni<Registry.Imported> take(@QueryParam("dryRun") boolean dryRun, byte[] csv) {
        return registry.take(actor.get(), csv == null ? new byte[0] : csv, dryRun);
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The register, oldest entry first")
    public Uni<RestResponse<Page<OperatorView>>> list(
            @QueryParam("uscc") String uscc,
            @QueryParam("province") String province,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(RegistrationRow.class, actor.get())
                .and("uscc = :uscc", "uscc", uscc)
                .and("province = :province", "province", province)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(OperatorView::of).response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "One operator as it is registered: one entry for each authority that the asker may see")
    public Uni<List<OperatorView>> get(@RestPath UUID id) {
        PageRequest all = PageRequest.of(PageRequest.MAX_LIMIT, null);
        return Rows.of(RegistrationRow.class, actor.get())
                .and("operatorId = :operator", "operator", id)
                .page(all)
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw org.regulus.common.problem.Refusal.notFound(
                                "operator.unknown", "There is no operator %s here".formatted(id));
                    }
                    return rows.stream().map(OperatorView::of).toList();
                });
    }
}

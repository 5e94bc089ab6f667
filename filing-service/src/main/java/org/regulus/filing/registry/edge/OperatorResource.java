package org.regulus.filing.registry.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;

/** An authority's register of operators. An operator sees how it is registered, with each authority. */
@Path("/operators")
class OperatorResource {

    private final CurrentActor actor;

    OperatorResource(CurrentActor actor) {
        this.actor = actor;
    }

    record OperatorView(
            UUID id,
            UUID registrationId,
            String status,
            String authority,
            String uscc,
            String name,
            String province,
            String licenceClass,
            String licenceNumber,
            List<String> systemKinds,
            String creditClass,
            String noticeEmail,
            String language) {
        static OperatorView of(RegistrationRow row) {
            return new OperatorView(
                    row.operatorId,
                    row.id,
                    row.status,
                    row.authority,
                    row.uscc,
                    row.name,
                    row.province,
                    row.licenceClass,
                    row.licenceNumber,
                    List.of(row.systemKinds),
                    row.creditClass,
                    row.noticeEmail,
                    row.language);
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The register, oldest entry first; by a part of the name, and by what it knows exactly")
    public Uni<RestResponse<Page<OperatorView>>> list(
            @QueryParam("name") String name,
            @QueryParam("uscc") String uscc,
            @QueryParam("licence") String licence,
            @QueryParam("province") String province,
            @QueryParam("kind") String kind,
            @QueryParam("status") String status,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Rows.of(RegistrationRow.class, actor.get())
                .and("uscc = :uscc", "uscc", uscc)
                .and(
                        "cast(sql('(name_grams(?) @> name_grams(cast(? as text)))', name, :name) as boolean) = true"
                                + " and locate(lower(:name), lower(name)) > 0",
                        "name",
                        name)
                .and(eitherHolds("licenceNumber = :licence", "furtherLicenceNumbers", "licence"), "licence", licence)
                .and(eitherHolds("province = :province", "furtherProvinces", "province"), "province", province)
                .and(eitherHolds(holds("systemKinds", "kind"), "inventoryKinds", "kind"), "kind", kind)
                .and("status = :status", "status", status)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(OperatorView::of).response(uri));
    }

    /** In PostgreSQL's own words, which its indexes understand. */
    private static String holds(String array, String value) {
        return "cast(sql('(? @> array[cast(? as text)])', %s, :%s) as boolean) = true".formatted(array, value);
    }

    private static String eitherHolds(String condition, String array, String value) {
        return "(%s or %s)".formatted(condition, holds(array, value));
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
                        throw Refusal.notFound("operator.unknown", "There is no operator %s here".formatted(id));
                    }
                    return rows.stream().map(OperatorView::of).toList();
                });
    }
}

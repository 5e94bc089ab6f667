package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;

/** The authorities of this installation. There are dozens, not thousands, so the list has no pages. */
@Path("/authorities")
class AuthorityResource {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,10}");

    @Entity(name = "Authority")
    @Table(name = "authority")
    static class AuthorityRow {
        @Id
        String code;

        @Column(name = "name_zh")
        String nameZh;

        @Column(name = "name_en")
        String nameEn;

        String zone;
    }

    record Names(@NotBlank String zh, @NotBlank String en) {}

    record NewAuthority(@NotNull @Valid Names names, @NotBlank String zone) {}

    record AuthorityView(String code, Names names, String zone) {
        static AuthorityView of(AuthorityRow row) {
            return new AuthorityView(row.code, new Names(row.nameZh, row.nameEn), row.zone);
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "The authorities that supervise operators on this installation")
    public Uni<List<AuthorityView>> list() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Authority order by code", AuthorityRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(AuthorityView::of).toList()));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(summary = "Adds an authority, or changes its names and zone")
    public Uni<AuthorityView> put(@RestPath String code, @NotNull @Valid NewAuthority authority) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.invalid("authority.code", "2 to 10 capital letters");
        }
        try {
            ZoneId.of(authority.zone());
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("authority.zone", "A zone of the IANA database, such as Asia/Shanghai");
        }
        AuthorityRow row = new AuthorityRow();
        row.code = code;
        row.nameZh = authority.names().zh();
        row.nameEn = authority.names().en();
        row.zone = authority.zone();
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.merge(row)))
                .map(AuthorityView::of);
    }
}

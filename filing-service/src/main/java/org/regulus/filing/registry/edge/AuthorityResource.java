package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.registry.CompetenceRule;

/** The authorities of this installation: who is above whom, and who is competent for which operators. */
@Path("/authorities")
class AuthorityResource {

    private static final String CODE = "[A-Z]{2,10}";
    static final int MOST_RULES = 50;

    private final Authorities authorities;

    AuthorityResource(Authorities authorities) {
        this.authorities = authorities;
    }

    record Names(@NotBlank String zh, @NotBlank String en) {}

    /**
     * @param level whose it is: national, provincial or sector
     * @param superior the authority above it, or left out
     * @param competence any one of these makes it competent for an operator; without rules it is for whoever its register has
     */
    record NewAuthority(
            @NotNull @Valid Names names,
            @NotBlank String zone,
            @Pattern(regexp = "national|provincial|sector") String level,
            String superior,
            @Size(max = MOST_RULES) List<@NotNull CompetenceRule> competence) {}

    record AuthorityView(
            String code, Names names, String zone, String level, String superior, List<CompetenceRule> competence) {}

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR, Roles.PARTNER, Roles.PLATFORM_ADMIN})
    @Operation(summary = "The authorities that supervise operators on this installation")
    public Uni<List<AuthorityView>> list() {
        return Panache.withSession(Authorities::all)
                .map(rows -> rows.stream().map(this::shown).toList());
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.PLATFORM_ADMIN)
    @Operation(summary = "Adds an authority, or changes all that is known of it")
    public Uni<AuthorityView> put(@RestPath String code, @NotNull @Valid NewAuthority authority) {
        if (!code.matches(CODE)) {
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
        row.level = authority.level();
        row.superior = authority.superior();
        return authorities
                .put(row, authority.competence() == null ? List.of() : authority.competence())
                .map(this::shown);
    }

    private AuthorityView shown(AuthorityRow row) {
        return new AuthorityView(
                row.code, new Names(row.nameZh, row.nameEn), row.zone, row.level, row.superior, authorities.rules(row));
    }
}

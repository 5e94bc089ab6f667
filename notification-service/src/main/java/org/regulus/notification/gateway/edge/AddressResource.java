package org.regulus.notification.gateway.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;

/** Where an authority reaches an operator on its register besides by mail. */
@Path("/operators/{operator}/addresses")
class AddressResource {

    private final CurrentActor actor;

    AddressResource(CurrentActor actor) {
        this.actor = actor;
    }

    /**
     * @param phone of those who take notices, with the country: E.164; left out, no SMS goes there
     * @param postal in lines; left out, no letter goes there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Addresses(@Pattern(regexp = "\\+[1-9]\\d{6,14}") String phone, @Size(min = 1, max = 500) String postal) {}

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Telephone number and postal address of an operator on one's register")
    public Uni<Addresses> get(@RestPath UUID operator) {
        String authority = actor.get().requireAuthority();
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select a.phone, a.postal from contact c
                        left join further_address a on a.authority = c.authority and a.operator_id = c.operator_id
                        where c.authority = ?1 and c.operator_id = ?2""",
                        Object[].class)
                .setParameter(1, authority)
                .setParameter(2, operator)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(AddressResource::unknown)
                .map(row -> new Addresses((String) row[0], (String) row[1]))));
    }

    @PUT
    @RolesAllowed({Roles.CASE_OFFICER, Roles.CAMPAIGN_MANAGER})
    @Operation(summary = "Says where an operator is reached, in place of what was said before")
    public Uni<Addresses> put(@RestPath UUID operator, @NotNull @Valid Addresses addresses) {
        String authority = actor.get().requireAuthority();
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                """
                                insert into further_address (authority, operator_id, phone, postal)
                                select authority, operator_id, ?3, ?4 from contact where authority = ?1 and operator_id = ?2
                                on conflict (authority, operator_id) do update
                                set phone = excluded.phone, postal = excluded.postal""")
                        .setParameter(1, authority)
                        .setParameter(2, operator)
                        .setParameter(3, text(addresses.phone()))
                        .setParameter(4, text(addresses.postal()))
                        .executeUpdate()))
                .invoke(kept -> {
                    if (kept == 0) {
                        throw unknown();
                    }
                })
                .replaceWith(addresses);
    }

    private static TypedParameterValue<String> text(String value) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, value);
    }

    private static Refusal unknown() {
        return Refusal.notFound("operator.unknown", "The operator is not on your register");
    }
}

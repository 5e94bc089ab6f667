package org.regulus.notification.service.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Zones;
import org.regulus.notification.service.edge.CaseServiceResource.ServiceView;

/** What follows a first try that did not succeed. */
@Path("/services/{id}")
@RolesAllowed(Roles.CASE_OFFICER)
class ServiceResource {

    private final Services services;
    private final InstantSource clock;
    private final CurrentActor actor;

    ServiceResource(Services services, InstantSource clock, CurrentActor actor) {
        this.services = services;
        this.clock = clock;
        this.actor = actor;
    }

    record Act(@NotNull LocalDate on, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence) {}

    @PUT
    @Path("/leaving")
    @Operation(summary = "It was left with the addressee who had refused it, before witnesses or a camera")
    public Uni<ServiceView> leave(@RestPath UUID id, @NotNull @Valid Act act) {
        return services.leave(actor.get(), id, past(act.on()), act.evidence()).map(ServiceView::of);
    }

    @PUT
    @Path("/public-notice")
    @Operation(summary = "It was published; it counts as served when the days of the notice are over")
    public Uni<ServiceView> publish(@RestPath UUID id, @NotNull @Valid Act act) {
        return services.publish(actor.get(), id, past(act.on()), act.evidence()).map(ServiceView::of);
    }

    /** @throws Refusal INVALID {@code service.future} */
    private LocalDate past(LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), Zones.REGULATOR))) {
            throw Refusal.invalid("service.future", "That day is still to come");
        }
        return day;
    }
}

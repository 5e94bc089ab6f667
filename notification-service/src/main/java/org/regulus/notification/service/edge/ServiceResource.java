package org.regulus.notification.service.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.ETags;
import org.regulus.common.time.Zones;
import org.regulus.notification.evidence.edge.Evidences;
import org.regulus.notification.service.ServiceState;

/** What is done to serve a document that was handed over, and what follows a try that did not succeed. */
@Path("/services/{id}")
@RolesAllowed(Roles.CASE_OFFICER)
class ServiceResource {

    private final Services services;
    private final Evidences evidences;
    private final InstantSource clock;
    private final CurrentActor actor;

    ServiceResource(Services services, Evidences evidences, InstantSource clock, CurrentActor actor) {
        this.services = services;
        this.evidences = evidences;
        this.clock = clock;
        this.actor = actor;
    }

    record Act(@NotNull LocalDate on, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence) {}

    /**
     * @param outcome served, refused, undeliverable
     * @param method in-person, post, electronic, entrusted
     * @param evidence SHA-256 of what proves it
     * @param evidenceId in its place, what the platform kept itself: of a mail, or of a reading
     */
    record Attempt(
            @NotNull String outcome,
            @NotNull String method,
            @NotNull LocalDate on,
            @Pattern(regexp = "[0-9a-f]{64}") String evidence,
            UUID evidenceId) {}

    @GET
    @Operation(summary = "One service, to officers of the authority that serves")
    public Uni<RestResponse<ServiceView>> one(@RestPath UUID id) {
        return services.one(actor.get(), id).map(ServiceView::ok);
    }

    @PUT
    @Path("/attempt")
    @Operation(summary = "A try to serve it: by one of the ways asked for, electronically only with consent")
    public Uni<RestResponse<ServiceView>> attempt(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Attempt attempt) {
        ServiceState.Tried tried =
                new AttemptCheck(attempt.outcome(), attempt.method(), attempt.on(), today()).tried(new ArrayList<>());
        long version = ETags.version(seen);
        return evidence(id, attempt)
                .chain(evidence -> services.attempt(actor.get(), id, version, tried, evidence))
                .map(ServiceView::ok);
    }

    /** @throws Refusal INVALID {@code service.evidence-needed}: one of the two */
    private Uni<String> evidence(UUID id, Attempt attempt) {
        if ((attempt.evidence() == null) == (attempt.evidenceId() == null)) {
            throw Refusal.invalid("service.evidence-needed", "Name the evidence, by its SHA-256 or by its id here");
        }
        return attempt.evidenceId() == null
                ? Uni.createFrom().item(attempt.evidence())
                : services.one(actor.get(), id).chain(row -> evidences.cited(attempt.evidenceId(), row.caseId));
    }

    @PUT
    @Path("/leaving")
    @Operation(summary = "It was left with the addressee who had refused it, before witnesses or a camera")
    public Uni<RestResponse<ServiceView>> leave(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Act act) {
        return services.leave(actor.get(), id, ETags.version(seen), past(act.on()), act.evidence())
                .map(ServiceView::ok);
    }

    @PUT
    @Path("/public-notice")
    @Operation(summary = "It was published; it counts as served when the days of the notice are over")
    public Uni<RestResponse<ServiceView>> publish(
            @RestPath UUID id, @HeaderParam("If-Match") String seen, @NotNull @Valid Act act) {
        return services.publish(actor.get(), id, ETags.version(seen), past(act.on()), act.evidence())
                .map(ServiceView::ok);
    }

    /** @throws Refusal INVALID {@code service.future} */
    private LocalDate past(LocalDate day) {
        if (day.isAfter(today())) {
            throw Refusal.invalid("service.future", "That day is still to come");
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.REGULATOR);
    }
}

package org.regulus.notification.service.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.time.Zones;
import org.regulus.notification.service.ServiceRules;
import org.regulus.notification.service.ServiceState.Tried;
import org.regulus.notification.timeline.edge.Readership;

/** How the documents of a case were served. */
@Path("/cases/{caseId}/services")
class CaseServiceResource {

    private static final PageRequest ALL = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final Services services;
    private final InstantSource clock;
    private final CurrentActor actor;

    CaseServiceResource(Services services, InstantSource clock, CurrentActor actor) {
        this.services = services;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * @param document inspection-notice, rectification-order, penalty-notice, penalty-decision
     * @param outcome served, refused, undeliverable
     * @param method for what was served: in-person, post, electronic, entrusted
     * @param on the day in the regulator's zone
     * @param evidence SHA-256 of what proves it
     * @param consent SHA-256 of the addressee's written consent to be served electronically
     */
    record NewService(
            @NotNull String document,
            @NotNull UUID documentId,
            @NotNull String outcome,
            String method,
            @NotNull LocalDate on,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence,
            @Pattern(regexp = "[0-9a-f]{64}") String consent) {}

    /** What makes the POST the same when it is repeated. */
    record Request(UUID caseId, NewService service) {}

    record ServicesView(List<ServiceView> items) {}

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(
            summary = "Records the first try to serve a document that was not handed over to be served",
            description =
                    "409 service.handed-over, service.begun-already: then the next try is recorded with that service")
    public Uni<RestResponse<ServiceView>> begin(
            @RestPath UUID caseId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid NewService wanted) {
        Services.First first = new Services.First(
                caseId,
                wanted.document(),
                wanted.documentId(),
                checked(wanted),
                Optional.ofNullable(wanted.consent()),
                wanted.evidence(),
                new Request(caseId, wanted));
        return services.begin(actor.get(), key, first).map(row -> ServiceView.of(RestResponse.Status.CREATED, row)
                .location(URI.create("/services/" + row.id))
                .build());
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "How the documents of a case were served, to those who read the case")
    public Uni<ServicesView> list(@RestPath UUID caseId) {
        return Readership.readable(DocumentServiceRow.class, actor.get(), "caseId")
                .and("caseId = :case", "case", caseId)
                .page(ALL)
                .map(rows -> new ServicesView(rows.stream().map(ServiceView::of).toList()));
    }

    private Tried checked(NewService wanted) {
        List<Flaw> flaws = new ArrayList<>();
        if (!ServiceRules.DOCUMENTS.contains(wanted.document())) {
            flaws.add(new Flaw("/document", "service.document", "One of " + ServiceRules.DOCUMENTS));
        }
        return new AttemptCheck(wanted.outcome(), wanted.method(), wanted.on(), today()).tried(flaws);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.REGULATOR);
    }
}

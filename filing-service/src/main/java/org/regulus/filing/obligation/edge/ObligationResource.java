package org.regulus.filing.obligation.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.filing.obligation.ObligationKind;
import org.regulus.filing.obligation.edge.Obligations.Owed;
import org.regulus.filing.registry.Hierarchy.Competence;
import org.regulus.filing.registry.edge.Competences;

/** Everything that an operator owes: to whom, by when, under which rules, and why. */
@Path("/operators/{id}/obligations")
@RolesAllowed({Roles.STAFF, Roles.OPERATOR})
class ObligationResource {

    private final Obligations obligations;
    private final Competences competences;
    private final CurrentActor actor;
    private final InstantSource clock;

    ObligationResource(Obligations obligations, Competences competences, CurrentActor actor, InstantSource clock) {
        this.obligations = obligations;
        this.competences = competences;
        this.actor = actor;
        this.clock = clock;
    }

    record Titles(String zh, String en) {}

    record Money(long amountMinor, String currency) {}

    /**
     * @param kind file, file-again, report-risk (a stage of a risk report), attend, rectify, pay
     * @param dueAt the first instant at which it is late; null while nothing has set its time going
     * @param why by which facts it is owed
     */
    record ObligationView(
            UUID id,
            String kind,
            UUID caseId,
            String caseNumber,
            String authority,
            @JsonInclude(JsonInclude.Include.NON_NULL) Titles titles,
            Instant opensAt,
            Instant dueAt,
            boolean late,
            String ruleSet,
            String legalBasis,
            @JsonInclude(JsonInclude.Include.NON_NULL) Money money,
            Why why) {}

    /**
     * @param sourceId the campaign, risk report, inspection, order or proceeding that laid it down
     * @param competence by which of its rules the authority is competent; null when it has none that applies
     * @param scope of the campaign, into which the operator came by the facts beside it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            UUID sourceId,
            String stage,
            CompetentBy competence,
            String province,
            String licenceClass,
            List<String> systemKinds,
            @JsonRawValue String scope) {}

    record CompetentBy(String rule, String legalSource) {
        static CompetentBy of(Competence competence) {
            return competence == null
                    ? null
                    : new CompetentBy(competence.rule().id(), competence.rule().legalSource());
        }
    }

    @GET
    @Operation(summary = "What the operator owes, oldest first; of an authority's officers: to them")
    public Uni<RestResponse<Page<ObligationView>>> list(
            @RestPath UUID id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        Actor asker = actor.get();
        return obligations.of(id, asker.scope(), page).chain(owed -> competent(asker, owed, id)
                .map(competent -> Page.of(owed, page, Owed::id)
                        .map(one -> view(one, competent.get(one.authority())))
                        .response(uri)));
    }

    private Uni<Map<String, Competence>> competent(Actor asker, List<Owed> owed, UUID operator) {
        return owed.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : competences.known(asker, operator).map(found -> found.stream()
                        .collect(Collectors.toMap(Competence::authority, one -> one)));
    }

    private ObligationView view(Owed owed, Competence competence) {
        return new ObligationView(
                owed.id(),
                ObligationKind.of(owed.kind()).word(),
                owed.caseId(),
                owed.caseNumber(),
                owed.authority(),
                owed.titleZh() == null ? null : new Titles(owed.titleZh(), owed.titleEn()),
                owed.opensAt(),
                owed.dueAt(),
                owed.dueAt() != null && !clock.instant().isBefore(owed.dueAt()),
                owed.ruleSet(),
                owed.legalBasis(),
                owed.amountMinor() == null ? null : new Money(owed.amountMinor(), owed.currency()),
                new Why(
                        owed.sourceId(),
                        owed.stage(),
                        CompetentBy.of(competence),
                        owed.province(),
                        owed.licenceClass(),
                        List.of(owed.systemKinds().split(",")),
                        owed.scope()));
    }
}

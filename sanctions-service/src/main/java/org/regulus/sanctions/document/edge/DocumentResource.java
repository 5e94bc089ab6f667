package org.regulus.sanctions.document.edge;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.rest.ETags;
import org.regulus.common.rest.Idempotency;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.sanctions.document.DocumentKind;

/** The documents of cases: made by a case officer, read by both sides. */
@Path("/documents")
@Tag(name = "Documents")
class DocumentResource {

    /** Who took a case over reads what was written in it before, and hands over none of it. */
    private static final String HELD =
            "caseId in (select h.caseId from CaseHolderRow h where h.authority = :scopeAuthority)";

    private final DocumentCommands documents;
    private final Idempotency idempotency;
    private final CurrentActor actor;

    DocumentResource(DocumentCommands documents, Idempotency idempotency, CurrentActor actor) {
        this.documents = documents;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** @param subject the order, or the proceeding, that it is about */
    record NewDocument(
            @NotNull @Pattern(regexp = "order|notice|hearing-notice|decision|demand") String kind,
            @NotNull UUID subject,
            @NotNull @Pattern(regexp = "zh|en") String language,
            @Positive
                    @Schema(description = "Of a demand: what it demands; of a decision: what hits the person it is for")
                    Integer penalty) {

        Drafts.Wanted wanted() {
            return new Drafts.Wanted(
                    DocumentKind.of(kind).orElseThrow(), subject, language, Optional.ofNullable(penalty));
        }
    }

    @POST
    @RolesAllowed(Roles.CASE_OFFICER)
    @Operation(summary = "Make a document from the case as it stands; numbered without gaps per authority and year")
    public Uni<RestResponse<DocumentView>> issue(
            @HeaderParam("Idempotency-Key") String key, @Valid @NotNull NewDocument wanted) {
        Actor officer = actor.get();
        return idempotency
                .once(officer, key, wanted, () -> documents.issue(officer, wanted.wanted()))
                .chain(id -> found(officer, id))
                .map(row -> RestResponse.ResponseBuilder.<DocumentView>created(URI.create("/documents/" + row.id))
                        .header("ETag", ETags.of(row.version))
                        .entity(DocumentView.of(row))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The documents of your authority's cases, or of your own")
    public Uni<RestResponse<Page<DocumentView>>> list(
            @QueryParam("case") UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return readable(actor.get())
                .and("caseId = :caseId", "caseId", caseId)
                .page(page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(DocumentView::of).response(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    public Uni<RestResponse<DocumentView>> one(@RestPath UUID id) {
        return found(actor.get(), id).map(row -> DocumentView.of(row).ok());
    }

    @GET
    @Path("/{id}/file")
    @Produces("application/pdf")
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The document as PDF/A: the same bytes each time, with the digest that was announced")
    public Uni<byte[]> file(@RestPath UUID id) {
        return found(actor.get(), id).chain(row -> DocumentPaper.printed(row).invoke(pdf -> {
            if (!DocumentPaper.digest(pdf).equals(row.digest)) {
                throw new IllegalStateException("Document %s does not print as it was announced".formatted(row.id));
            }
        }));
    }

    private static Uni<DocumentRow> found(Actor reader, UUID id) {
        return readable(reader).one(id, "document.unknown");
    }

    private static Rows<DocumentRow> readable(Actor reader) {
        return Rows.readable(DocumentRow.class, reader, HELD);
    }
}

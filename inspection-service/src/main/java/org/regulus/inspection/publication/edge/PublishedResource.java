package org.regulus.inspection.publication.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.inspection.publication.Publication;

/** The published results, for everybody, without a token. */
@Path("/published-inspections")
class PublishedResource {

    private static final int FEED_ENTRIES = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Publications publications;

    PublishedResource(Publications publications) {
        this.publications = publications;
    }

    /** @param outcome absent, as all content, once it was withdrawn */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedView(
            UUID id,
            String caseNumber,
            String authority,
            String state,
            String basis,
            String outcome,
            List<Publications.Item> items,
            Instant concludedAt,
            int edition,
            String reason,
            Instant publishedAt,
            Instant changedAt) {}

    static PublishedView view(PublicationRow row, Publications publications) {
        boolean there = row.publication().state() == Publication.State.PUBLISHED;
        return new PublishedView(
                row.id,
                row.caseNumber,
                row.authority,
                row.state,
                there ? row.basis : null,
                there ? row.outcome : null,
                there ? publications.items(row.items) : null,
                there ? row.concludedAt : null,
                row.edition,
                row.reason,
                row.publishedAt,
                row.changedAt);
    }

    @GET
    @PermitAll
    @Operation(summary = "What was published, oldest first")
    public Uni<RestResponse<Page<PublishedView>>> list(
            @QueryParam("authority") String authority,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return Panache.withSession(() -> page(authority, page)).map(rows -> Page.of(rows, page, row -> row.id)
                .map(row -> view(row, publications))
                .response(uri));
    }

    private static Uni<List<PublicationRow>> page(String authority, PageRequest page) {
        String of = authority == null ? "" : " and authority = :authority";
        return Panache.getSession().chain(session -> {
            var query = session.createSelectionQuery(
                    "from PublicationRow where id > :after" + of + " order by id", PublicationRow.class);
            if (authority != null) {
                query.setParameter("authority", authority);
            }
            return query.setParameter("after", page.after() == null ? BEFORE_ALL : page.after())
                    .setMaxResults(page.limit() + 1)
                    .getResultList();
        });
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One published result")
    public Uni<PublishedView> get(@RestPath UUID id) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.find(PublicationRow.class, id)))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound("publication.unknown", "There is no publication " + id))
                .map(row -> view(row, publications));
    }

    @GET
    @Path("/feed")
    @Produces("application/atom+xml;charset=utf-8")
    @PermitAll
    @Operation(summary = "The last fifty publications, corrections and withdrawals as an Atom feed (RFC 4287)")
    public Uni<String> feed() {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createSelectionQuery(
                                "from PublicationRow order by changedAt desc, id", PublicationRow.class)
                        .setMaxResults(FEED_ENTRIES)
                        .getResultList()))
                .map(AtomFeed::of);
    }
}

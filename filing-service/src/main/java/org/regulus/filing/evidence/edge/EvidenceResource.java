package org.regulus.filing.evidence.edge;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;

/** The proofs of a case: uploaded by its operator, read by those entitled to the case. Bytes move on worker threads. */
@Path("/cases/{caseId}/evidence")
class EvidenceResource {

    private static final int LONGEST_NAME = 200;

    private final Evidence evidence;
    private final EvidenceStore store;
    private final EvidenceConfig config;
    private final CurrentActor actor;
    private final Optional<Clamd> scanner;

    EvidenceResource(Evidence evidence, EvidenceStore store, EvidenceConfig config, CurrentActor actor) {
        this.evidence = evidence;
        this.store = store;
        this.config = config;
        this.actor = actor;
        this.scanner = config.clamd().map(Clamd::new);
    }

    /** @param digest SHA-256 in hex: the file's name in answers and in paths */
    record EvidenceView(String digest, String name, String type, long bytes, Instant uploadedAt) {
        static EvidenceView of(EvidenceRow row) {
            return new EvidenceView(row.digest, row.name, row.type, row.bytes, row.uploadedAt);
        }
    }

    record ReadingView(String digest, String reader, Instant readAt) {
        static ReadingView of(EvidenceReadRow row) {
            return new ReadingView(row.digest, row.reader, row.readAt);
        }
    }

    @POST
    @Blocking
    @Consumes("*/*")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Uploads a proof: its bytes as the body, its name as a parameter",
            description =
                    "Again without harm: the same bytes are the same proof (200 instead of 201). With Content-Digest:"
                            + " sha-256=:base64: (RFC 9530) a damaged upload is refused. What it is, its content tells.")
    public RestResponse<EvidenceView> take(
            @RestPath UUID caseId,
            @QueryParam("name") String name,
            @HeaderParam("Content-Digest") String promised,
            @HeaderParam("Content-Type") String sentAs,
            InputStream body)
            throws IOException {
        Actor operator = actor.get();
        String called = called(name);
        checkBare(sentAs);
        await(() -> evidence.open(operator, caseId));
        try (Arriving arrived = Arriving.of(body, config.directory(), config.policy())) {
            checkDigest(promised, arrived.digest());
            config.policy().checkType(arrived.type());
            await(() -> evidence.admit(caseId, arrived));
            scanner.ifPresent(clamd -> clamd.check(arrived.file()));
            store.put(arrived.digest(), arrived.file());
            Evidence.Kept kept = await(() -> evidence.keep(operator, caseId, called, arrived));
            URI location = URI.create("/cases/%s/evidence/%s".formatted(caseId, arrived.digest()));
            return RestResponse.ResponseBuilder.<EvidenceView>create(
                            kept.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                    .entity(EvidenceView.of(kept.row()))
                    .location(location)
                    .build();
        }
    }

    private static String called(String name) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(c -> c < ' ')) {
            throw Refusal.invalid("evidence.name", "Say how the file is called: ?name= with 1 to 200 characters");
        }
        return name.strip();
    }

    /** A form would be kept with its wrapping, as something that it is not. */
    private static void checkBare(String sentAs) {
        if (sentAs != null && sentAs.startsWith("multipart/")) {
            throw new NotSupportedException("Send the bytes of the file as the body, not a form");
        }
    }

    private static void checkDigest(String promised, String digest) {
        String actual = "sha-256=:%s:"
                .formatted(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest)));
        if (promised != null && !promised.strip().equals(actual)) {
            throw Refusal.invalid("evidence.digest", "What arrived has Content-Digest: " + actual);
        }
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "The proofs of a case, oldest first")
    public Uni<RestResponse<Page<EvidenceView>>> list(
            @RestPath UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return evidence.list(actor.get(), caseId, page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(EvidenceView::of).response(uri));
    }

    @GET
    @Path("/readings")
    @RolesAllowed(Roles.STAFF)
    @Operation(summary = "Who has read the proofs of a case, first reading first")
    public Uni<RestResponse<Page<ReadingView>>> readings(
            @RestPath UUID caseId,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        return evidence.readings(actor.get(), caseId, page)
                .map(rows ->
                        Page.of(rows, page, row -> row.id).map(ReadingView::of).response(uri));
    }

    @GET
    @Path("/{digest: [0-9a-f]{64}}")
    @Blocking
    @RolesAllowed({Roles.STAFF, Roles.OPERATOR})
    @Operation(summary = "One proof; that it was read, and by whom, is recorded first")
    public RestResponse<InputStream> get(@RestPath UUID caseId, @RestPath String digest) throws IOException {
        Actor reader = actor.get();
        EvidenceRow row = await(() -> evidence.read(reader, caseId, digest));
        String name = URLEncoder.encode(row.name, StandardCharsets.UTF_8).replace("+", "%20");
        return RestResponse.ResponseBuilder.ok(store.open(digest))
                .header("Content-Type", row.type)
                .header("Content-Length", row.bytes)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("ETag", "\"%s\"".formatted(digest))
                .build();
    }

    /** The database is asked on the event loop; this thread waits for it. */
    private static <T> T await(Supplier<Uni<T>> question) {
        try {
            return VertxContextSupport.subscribeAndAwait(question);
        } catch (RuntimeException | Error told) {
            throw told;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}

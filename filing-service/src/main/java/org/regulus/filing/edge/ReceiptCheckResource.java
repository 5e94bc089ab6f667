package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** For anybody who was shown a receipt: it needs no login, for it tells only what is in the asker's hand. */
@Path("/receipts")
class ReceiptCheckResource {

    private final ReceiptSeal seal;

    ReceiptCheckResource(ReceiptSeal seal) {
        this.seal = seal;
    }

    /** @param content when given, held against the receipt's digest */
    record ToCheck(@NotBlank @Size(max = 8000) String jws, JsonNode content) {}

    /** @param contentMatches absent when no content was given, or the receipt is not genuine */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(boolean genuine, Receipt receipt, Boolean contentMatches) {}

    @GET
    @Path("/keys")
    @PermitAll
    @Produces("application/json")
    @Operation(summary = "The public keys of receipts, as a JWK Set")
    public String keys() {
        return seal.publicKeys();
    }

    @POST
    @Path("/verification")
    @PermitAll
    @Operation(summary = "Says whether a receipt is ours and unchanged, and whether it is about the given content")
    public Checked check(@NotNull @Valid ToCheck toCheck) {
        Optional<Receipt> opened = seal.open(toCheck.jws());
        return new Checked(
                opened.isPresent(),
                opened.orElse(null),
                toCheck.content() == null
                        ? null
                        : opened.map(receipt -> receipt.digest()
                                        .equals(Digests.of(toCheck.content().toString())))
                                .orElse(null));
    }
}

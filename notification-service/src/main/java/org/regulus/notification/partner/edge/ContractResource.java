package org.regulus.notification.partner.edge;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.problem.Refusal;

/** What partners build against, for everybody: it is published with the source, too. */
@Path("/")
@PermitAll
class ContractResource {

    private static final String FILES = "regulus\\.[a-z]+\\.[a-z-]+\\.v\\d+\\.(schema|sample)\\.json";

    @GET
    @Path("asyncapi.yaml")
    @Produces("application/yaml")
    @Operation(summary = "All events and topics, as AsyncAPI 3")
    public String document() {
        return text("/asyncapi.yaml");
    }

    @GET
    @Path("contracts/{file}")
    @Produces("application/json")
    @Operation(summary = "The JSON Schema of an event, or its sample")
    public String contract(@RestPath String file) {
        if (!file.matches(FILES)) {
            throw unknown(file);
        }
        return text("/contracts/" + file);
    }

    private static String text(String file) {
        try (InputStream found = ContractResource.class.getResourceAsStream(file)) {
            if (found == null) {
                throw unknown(file);
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Refusal unknown(String file) {
        return Refusal.notFound("contract.unknown", "There is no contract %s".formatted(file));
    }
}

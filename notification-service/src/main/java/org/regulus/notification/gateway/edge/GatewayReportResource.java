package org.regulus.notification.gateway.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.bounce.DeliveryReport;
import org.regulus.notification.bounce.edge.Bounces;

/** What became of a letter, told by the gateway that had taken it. It has no token of the realm: it shows the secret that it was given. */
@Path("/gateways/{channel}/reports")
class GatewayReportResource {

    private final GatewayLimits gateways;
    private final Bounces bounces;
    private final ObjectMapper json;

    GatewayReportResource(GatewayLimits gateways, Bounces bounces, ObjectMapper json) {
        this.gateways = gateways;
        this.bounces = bounces;
        this.json = json;
    }

    /**
     * @param id of the letter, as it was posted
     * @param action failed, delayed or delivered
     * @param status of RFC 3463, such as 5.1.1
     */
    record Report(@NotNull UUID id, @NotNull String action, @NotNull String status) {}

    @POST
    @PermitAll
    @Operation(summary = "A gateway tells what became of a letter; the same report again changes nothing")
    public Uni<RestResponse<Void>> take(
            @RestPath String channel, @HeaderParam("Gateway-Secret") String secret, @NotNull @Valid Report report) {
        check(channel, secret);
        DeliveryReport read = DeliveryReport.of(report.id(), report.action(), report.status())
                .orElseThrow(() ->
                        Refusal.invalid("delivery-report.unreadable", "It has no action and status that there are"));
        return bounces.take(read, channel, written(report)).replaceWith(RestResponse.noContent());
    }

    /** @throws Refusal FORBIDDEN {@code gateway.secret}: also when there is no such gateway, or it was given none */
    private void check(String channel, String shown) {
        Optional<String> given = gateways.of(channel).flatMap(GatewayLimits.Gateway::callbackSecret);
        if (shown == null
                || given.isEmpty()
                || !MessageDigest.isEqual(
                        given.get().getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.forbidden("gateway.secret", "You do not show the secret of that gateway");
        }
    }

    private byte[] written(Report report) {
        try {
            return json.writeValueAsBytes(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

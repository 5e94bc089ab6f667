package org.regulus.notification.gateway.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.Roles;

/** Which channels this installation has. */
@Path("/channels")
@RolesAllowed({Roles.STAFF, Roles.PLATFORM_ADMIN})
class ChannelResource {

    private final Carriers carriers;

    ChannelResource(Carriers carriers) {
        this.carriers = carriers;
    }

    /** @param code why it is not there */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(String channel, boolean available, String code) {}

    record Channels(List<ChannelView> channels) {}

    @GET
    @Operation(
            summary = "Which channels there are; where one is not, the mail stands in its place",
            description = "A gateway for SMS or post is there when regulus.gateways.sms.url or .post.url names it.")
    public Channels list() {
        return new Channels(carriers.all().stream()
                .map(one -> new ChannelView(
                        one.channel(), one.available(), one.available() ? null : "channel.not-configured"))
                .toList());
    }
}

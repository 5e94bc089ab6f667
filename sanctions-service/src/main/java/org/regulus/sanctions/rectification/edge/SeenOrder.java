package org.regulus.sanctions.rectification.edge;

import jakarta.ws.rs.HeaderParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.rectification.OrderId;
import org.regulus.sanctions.rectification.edge.OrderStepCommands.Target;

/** Which order a request is about, and as which version its sender has seen it: the same for every step. */
public class SeenOrder {

    @RestPath
    UUID id;

    @HeaderParam("If-Match")
    String version;

    Target by(Actor actor) {
        return new Target(actor, new OrderId(id), ETags.version(version));
    }
}

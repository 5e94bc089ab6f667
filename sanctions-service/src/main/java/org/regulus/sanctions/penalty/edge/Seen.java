package org.regulus.sanctions.penalty.edge;

import jakarta.ws.rs.HeaderParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.penalty.ProceedingId;
import org.regulus.sanctions.penalty.edge.ProceedingCommands.Target;

/** Which proceeding a request is about, and as which version its sender has seen it: the same for every move and step. */
public class Seen {

    @RestPath
    UUID id;

    @HeaderParam("If-Match")
    String version;

    Target by(Actor actor) {
        return new Target(actor, new ProceedingId(id), ETags.version(version));
    }
}

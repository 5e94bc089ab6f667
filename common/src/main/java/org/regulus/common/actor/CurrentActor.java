package org.regulus.common.actor;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.regulus.common.problem.Refusal;

/** Reads the {@link Actor} from the verified token of the request. */
@RequestScoped
public class CurrentActor {

    private final SecurityIdentity identity;

    public CurrentActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws Refusal FORBIDDEN {@code actor.operator-malformed} */
    public Actor get() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new IllegalStateException("No verified token: the endpoint lacks a role");
        }
        return new Actor(
                token.getSubject(),
                identity.getRoles(),
                Optional.<String>ofNullable(token.getClaim("authority")).filter(code -> !code.isBlank()),
                Optional.<String>ofNullable(token.getClaim("operator_id")).map(CurrentActor::operator));
    }

    private static UUID operator(String claim) {
        try {
            return UUID.fromString(claim);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.forbidden("actor.operator-malformed", "Your token's operator_id is not a UUID");
        }
    }
}

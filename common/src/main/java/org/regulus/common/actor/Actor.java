package org.regulus.common.actor;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * Who acts: officers act for an authority, operators for themselves.
 *
 * @param subject the token's {@code sub}: stable, and not a person's name
 * @param authority the code of the authority an officer serves
 * @param operatorId the operator on whose behalf a person or system acts
 */
public record Actor(String subject, Set<String> roles, Optional<String> authority, Optional<UUID> operatorId) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** @throws Refusal FORBIDDEN {@code actor.no-authority} */
    public String requireAuthority() {
        return authority.orElseThrow(() -> Refusal.forbidden("actor.no-authority", "Your token names no authority"));
    }

    /** @throws Refusal FORBIDDEN {@code actor.no-operator} */
    public UUID requireOperator() {
        return operatorId.orElseThrow(() -> Refusal.forbidden("actor.no-operator", "Your token names no operator"));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** @throws Refusal FORBIDDEN {@code actor.no-operator} or {@code actor.no-authority} */
    public Scope scope() {
        return has(Roles.OPERATOR) ? new Scope(null, requireOperator()) : new Scope(requireAuthority(), null);
    }
}

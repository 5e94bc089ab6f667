package org.regulus.sanctions.edge;

import java.util.Optional;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.actor.Roles;
import org.regulus.sanctions.CaseSubject;

/**
 * Whose things an actor may know of: an officer those of its authority, an operator its own. What lies outside does not exist for it.
 */
public record Scope(Optional<String> authority, Optional<UUID> operator) {

    /** An operator sees its own, even if the token says more: the narrower view wins. */
    public static Scope of(Actor actor) {
        return actor.has(Roles.OPERATOR)
                ? new Scope(Optional.empty(), Optional.of(actor.requireOperator()))
                : new Scope(Optional.of(actor.requireAuthority()), Optional.empty());
    }

    public boolean covers(CaseSubject subject) {
        return operator.map(subject.operatorId()::equals)
                .orElseGet(() -> authority.filter(subject.authority()::equals).isPresent());
    }

    public boolean isOperator() {
        return operator.isPresent();
    }
}

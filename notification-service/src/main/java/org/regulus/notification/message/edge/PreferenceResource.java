package org.regulus.notification.message.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.regulus.common.actor.CurrentActor;
import org.regulus.common.actor.Roles;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.notification.message.MessageRules;
import org.regulus.notification.message.Rulebook;

/** Of which notices an operator wants no mail. They stand in its inbox all the same. */
@Path("/preferences")
@RolesAllowed(Roles.OPERATOR)
class PreferenceResource {

    private static final int TEMPLATES_MAX = 100;

    private final Rulebook rules;
    private final InstantSource clock;
    private final CurrentActor actor;

    PreferenceResource(Rulebook rules, InstantSource clock, CurrentActor actor) {
        this.rules = rules;
        this.clock = clock;
        this.actor = actor;
    }

    /** @param unwanted templates of notices that the law does not demand */
    record Preferences(@NotNull @Size(max = TEMPLATES_MAX) List<@NotNull String> unwanted) {}

    @GET
    @Operation(summary = "Of which notices no mail is wanted")
    public Uni<Preferences> get() {
        UUID operator = actor.get().requireOperator();
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select template from unwanted_mail where operator_id = ?1 order by template", String.class)
                .setParameter(1, operator)
                .getResultList()
                .map(Preferences::new)));
    }

    @PUT
    @Operation(summary = "Says of which notices no mail is wanted, in place of what was said before")
    public Uni<Preferences> put(@NotNull @Valid Preferences wanted) {
        UUID operator = actor.get().requireOperator();
        check(wanted.unwanted());
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("delete from unwanted_mail where operator_id = ?1")
                                .setParameter(1, operator)
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery(
                                                """
                                                insert into unwanted_mail (operator_id, template)
                                                select ?1, one from unnest(string_to_array(?2, ',')) as one
                                                on conflict do nothing""")
                                        .setParameter(1, operator)
                                        .setParameter(2, String.join(",", wanted.unwanted()))
                                        .executeUpdate())))
                .chain(this::get);
    }

    /** @throws Refusal INVALID {@code preferences.refused} with every template that cannot be chosen */
    private void check(List<String> templates) {
        MessageRules current = rules.at(clock.instant());
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            current.unwanted(templates.get(i), true, "/unwanted/" + i).ifPresent(flaws::add);
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("preferences.refused", "Some notices cannot be chosen", flaws);
        }
    }
}

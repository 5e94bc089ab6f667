package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.Zones;
import org.regulus.filing.registry.Hierarchy;
import org.regulus.filing.registry.Hierarchy.Competence;
import org.regulus.filing.registry.OperatorFacts;

/** Who is competent for an operator, by the authorities' rules and by what the registers that the asker sees know of the operator. */
@ApplicationScoped
public class Competences {

    private final InstantSource clock;
    private final Authorities authorities;
    private final Registrations registrations;
    private final Register register;

    Competences(InstantSource clock, Authorities authorities, Registrations registrations, Register register) {
        this.clock = clock;
        this.authorities = authorities;
        this.registrations = registrations;
        this.register = register;
    }

    /** None for an operator that no register of the asker has. */
    @WithSession
    public Uni<List<Competence>> known(Actor asker, UUID operatorId) {
        return of(asker, operatorId).onFailure(Competences::isUnknown).recoverWithItem(List.of());
    }

    private static boolean isUnknown(Throwable fault) {
        return fault instanceof Refusal no && no.kind() == Refusal.Kind.NOT_FOUND;
    }

    /** @throws Refusal NOT_FOUND {@code operator.unknown} */
    @WithSession
    public Uni<List<Competence>> of(Actor asker, UUID operatorId) {
        return facts(asker, operatorId)
                .chain(facts -> authorities.hierarchy().map(hierarchy -> hierarchy.competentFor(facts)));
    }

    /**
     * In the caller's session.
     *
     * @throws Refusal INVALID {@code jurisdiction.not-competent}
     */
    public Uni<Void> check(Actor asker, UUID operatorId, String authority) {
        return facts(asker, operatorId)
                .chain(facts -> authorities.hierarchy().invoke(hierarchy -> check(hierarchy, facts, authority)))
                .replaceWithVoid();
    }

    private static void check(Hierarchy hierarchy, OperatorFacts facts, String authority) {
        if (!hierarchy.mayHold(authority, facts)) {
            throw Refusal.invalid(
                    "jurisdiction.not-competent",
                    "By its rules %s is not competent for this operator".formatted(authority));
        }
    }

    /**
     * In the caller's session.
     *
     * @throws Refusal INVALID {@code jurisdiction.authority-unknown}
     */
    public Uni<Void> checkKnown(String authority) {
        return authorities
                .hierarchy()
                .invoke(hierarchy -> {
                    if (!hierarchy.knows(authority)) {
                        throw Refusal.invalid(
                                "jurisdiction.authority-unknown", "There is no authority " + authority + " here");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Who takes a case over must be able to reach its operator. In the caller's transaction.
     *
     * @throws Refusal CONFLICT {@code jurisdiction.not-registered}
     */
    public Uni<Void> checkRegistered(UUID operatorId, String authority) {
        return register.entry(authority, operatorId)
                .invoke(entry -> {
                    if (entry == null) {
                        throw Refusal.conflict(
                                "jurisdiction.not-registered", "The operator is not in the register of " + authority);
                    }
                })
                .replaceWithVoid();
    }

    /** Those that are competent for the operator and have it in their register. In the caller's session. */
    public Uni<List<String>> registeredWith(Actor operator, UUID operatorId) {
        return entries(operator, operatorId)
                .chain(rows -> authorities.hierarchy().map(hierarchy -> rows.stream()
                        .map(row -> row.authority)
                        .filter(authority -> hierarchy.mayHold(authority, facts(rows)))
                        .sorted()
                        .toList()));
    }

    private Uni<OperatorFacts> facts(Actor asker, UUID operatorId) {
        return entries(asker, operatorId).map(this::facts);
    }

    private static Uni<List<RegistrationRow>> entries(Actor asker, UUID operatorId) {
        return Rows.of(RegistrationRow.class, asker)
                .and("operatorId = :operator", "operator", operatorId)
                .page(PageRequest.of(PageRequest.MAX_LIMIT, null))
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw Refusal.notFound(
                                "operator.unknown", "There is no operator %s here".formatted(operatorId));
                    }
                });
    }

    private OperatorFacts facts(List<RegistrationRow> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.REGULATOR);
        Set<String> licences = new HashSet<>();
        Set<String> businesses = new HashSet<>();
        Set<String> provinces = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (RegistrationRow row : rows) {
            licences.add(row.licenceClass);
            registrations.licences(row).stream()
                    .filter(licence -> licence.isValidOn(today))
                    .forEach(licence -> licences.add(licence.licenceClass()));
            businesses.addAll(List.of(row.businessTypes));
            provinces.add(row.province);
            provinces.addAll(List.of(row.furtherProvinces));
            kinds.addAll(List.of(row.systemKinds));
            kinds.addAll(List.of(row.inventoryKinds));
        }
        return new OperatorFacts(licences, businesses, provinces, kinds);
    }
}

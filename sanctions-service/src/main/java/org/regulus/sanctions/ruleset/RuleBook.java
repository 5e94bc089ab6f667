package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All rules of this installation. A book that contradicts itself is refused when it is opened, not when a case needs it. */
public final class RuleBook {

    private final List<Provision> provisions;
    private final List<ProcedureRules> procedures;

    public RuleBook(List<Provision> provisions, List<ProcedureRules> procedures) {
        if (provisions.isEmpty() || procedures.isEmpty()) {
            throw new IllegalArgumentException("A rule book has provisions and procedures");
        }
        for (Provision provision : provisions) {
            refuseOverlap(
                    provision.id(),
                    provisions.stream()
                            .filter(other -> other.id().equals(provision.id()))
                            .toList(),
                    Provision::validity);
        }
        refuseOverlap("The procedure", procedures, ProcedureRules::validity);
        this.provisions = provisions.stream()
                .sorted(Comparator.comparing(Provision::id)
                        .thenComparing(provision -> provision.validity().from()))
                .toList();
        this.procedures = List.copyOf(procedures);
    }

    private static <T> void refuseOverlap(String what, List<T> versions, Function<T, Validity> validity) {
        for (int i = 0; i < versions.size(); i++) {
            for (int j = i + 1; j < versions.size(); j++) {
                if (validity.apply(versions.get(i)).overlaps(validity.apply(versions.get(j)))) {
                    throw new IllegalArgumentException(what + " has two versions that are law on the same day");
                }
            }
        }
    }

    public List<Provision> provisionsOn(LocalDate day) {
        return provisions.stream()
                .filter(provision -> provision.validity().covers(day))
                .toList();
    }

    /** Whether there is, was or will be a provision of that id. */
    public boolean knows(String id) {
        return provisions.stream().anyMatch(provision -> provision.id().equals(id));
    }

    /** The provision as it stood on that day, if it was law then. */
    public Optional<Provision> provision(String id, LocalDate day) {
        return provisionsOn(day).stream()
                .filter(provision -> provision.id().equals(id))
                .findFirst();
    }

    public boolean knowsProcedureOn(LocalDate day) {
        return procedures.stream().anyMatch(rules -> rules.validity().covers(day));
    }

    /** @throws IllegalStateException when no procedure is known for that day: then no penalty can be imposed lawfully */
    public ProcedureRules procedureOn(LocalDate day) {
        return procedures.stream()
                .filter(rules -> rules.validity().covers(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No penalty procedure is known for " + day));
    }
}

package org.regulus.sanctions.ruleset;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All rules of this installation. A book that contradicts itself is refused when it is opened, not when a case needs it. */
public final class RuleBook {

    /** The regime whose procedure is meant where nothing else is said. */
    public static final String HOME = "CN";

    private final List<RuleSet> sets;
    private final List<Provision> provisions;
    private final List<ProcedureRules> procedures;

    public RuleBook(List<RuleSet> sets) {
        this.sets = sets.stream().sorted(Comparator.comparing(RuleSet::id)).toList();
        this.provisions = sets.stream()
                .flatMap(set -> set.provisions().stream())
                .sorted(Comparator.comparing(Provision::id)
                        .thenComparing(provision -> provision.validity().from()))
                .toList();
        this.procedures = sets.stream().flatMap(set -> set.procedure().stream()).toList();
        if (provisions.isEmpty() || procedures.isEmpty()) {
            throw new IllegalArgumentException("A rule book has provisions and procedures");
        }
        refuseContradictions();
    }

    private void refuseContradictions() {
        if (sets.stream().map(RuleSet::id).distinct().count() != sets.size()) {
            throw new IllegalArgumentException("Two rule sets have the same id");
        }
        for (Provision provision : provisions) {
            refuseOverlap(provision.id(), versions(provision.id()), Provision::validity);
        }
        for (ProcedureRules procedure : procedures) {
            refuseOverlap(
                    "The procedure",
                    procedures.stream()
                            .filter(other -> other.regime().equals(procedure.regime()))
                            .toList(),
                    ProcedureRules::validity);
        }
    }

    private List<Provision> versions(String id) {
        return provisions.stream().filter(other -> other.id().equals(id)).toList();
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

    public List<RuleSet> sets() {
        return sets;
    }

    public Optional<RuleSet> set(String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /** The regime that a provision belongs to. */
    public String regimeOf(Provision law) {
        return sets.stream()
                .filter(set -> set.provisions().contains(law))
                .map(RuleSet::regime)
                .findFirst()
                .orElse(HOME);
    }

    public List<Provision> provisionsOn(LocalDate day) {
        return provisions.stream()
                .filter(provision -> provision.validity().covers(day))
                .toList();
    }

    /** Whether there is, was or will be a provision of that id. */
    public boolean knows(String id) {
        return !versions(id).isEmpty();
    }

    public boolean knowsConduct(String conduct) {
        return provisions.stream().anyMatch(law -> law.breach().conduct().equals(conduct));
    }

    /** How a Chinese document cites it; as ever where its rule set has no Chinese for it. */
    public String articleInChinese(Provision law) {
        return sets.stream()
                .flatMap(set -> Optional.ofNullable(set.names().articles().get(law.id())).stream())
                .findFirst()
                .orElse(law.article());
    }

    /** What documents call a duty that was breached; its code where no rule set has words for it. */
    public RuleSet.Title conductNamed(String code) {
        return sets.stream()
                .flatMap(set -> Optional.ofNullable(set.names().conducts().get(code)).stream())
                .findFirst()
                .orElse(new RuleSet.Title(code, code));
    }

    /** What the procedure of that regime and day says on a principle. */
    public Principle principle(String code, String regime, LocalDate day) {
        return procedure(regime, day).map(by -> by.principle(code)).orElseGet(() -> Principle.unnamed(code));
    }

    /** The provision as it stood on that day, if it was law then. */
    public Optional<Provision> provision(String id, LocalDate day) {
        return provisionsOn(day).stream()
                .filter(provision -> provision.id().equals(id))
                .findFirst();
    }

    public Optional<ProcedureRules> procedure(String regime, LocalDate day) {
        return procedures.stream()
                .filter(rules ->
                        rules.regime().equals(regime) && rules.validity().covers(day))
                .findFirst();
    }

    public boolean knowsProcedureOn(LocalDate day) {
        return procedure(HOME, day).isPresent();
    }

    /** @throws IllegalStateException when no procedure is known for that day: then no penalty can be imposed lawfully */
    public ProcedureRules procedureOn(LocalDate day) {
        return procedure(HOME, day)
                .orElseThrow(() -> new IllegalStateException("No penalty procedure is known for " + day));
    }
}

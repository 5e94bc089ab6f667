package org.regulus.filing.registry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The authorities of an installation, who is above whom, and what each is competent for. */
public final class Hierarchy {

    /** @param superior the authority above it, or null */
    public record Authority(String code, String superior, List<CompetenceRule> rules) {}

    /** That an authority is competent, and by which of its rules. */
    public record Competence(String authority, CompetenceRule rule) {}

    private final Map<String, Authority> authorities = new LinkedHashMap<>();

    public Hierarchy(List<Authority> authorities) {
        authorities.forEach(one -> this.authorities.put(one.code(), one));
    }

    public boolean knows(String code) {
        return authorities.containsKey(code);
    }

    /** Who is competent for an operator, each by the first of its rules that covers it. */
    public List<Competence> competentFor(OperatorFacts operator) {
        return authorities.values().stream()
                .flatMap(authority -> by(authority, operator))
                .toList();
    }

    private static Stream<Competence> by(Authority authority, OperatorFacts operator) {
        return authority.rules().stream()
                .filter(rule -> rule.covers(operator))
                .limit(1)
                .map(rule -> new Competence(authority.code(), rule));
    }

    /** Whether an authority may hold a case of the operator: one without rules, whatever its register has. */
    public boolean mayHold(String code, OperatorFacts operator) {
        Authority authority = authorities.get(code);
        return authority != null
                && (authority.rules().isEmpty()
                        || by(authority, operator).findAny().isPresent());
    }

    /** The nearest authority that both answer to: one of the two itself, when the other answers to it. */
    public Optional<String> commonSuperior(String one, String other) {
        Set<String> line = line(other);
        return line(one).stream().filter(line::contains).findFirst();
    }

    /** Whether it would answer to itself, were this its superior. */
    public boolean wouldCircle(String code, String superior) {
        return line(superior).contains(code);
    }

    /** Itself, and whom it answers to, from the nearest on. */
    private Set<String> line(String code) {
        Set<String> line = new LinkedHashSet<>();
        String at = code;
        while (at != null && line.add(at)) {
            at = authorities.containsKey(at) ? authorities.get(at).superior() : null;
        }
        return line;
    }
}

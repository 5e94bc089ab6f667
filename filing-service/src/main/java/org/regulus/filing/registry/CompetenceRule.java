package org.regulus.filing.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One rule by which an authority is competent for an operator: every condition that is there must hold. A list holds when the operator has
 * any of its words; an empty one always.
 *
 * @param id names the rule when it is told why
 * @param legalSource the article, such as {@code CN-TELECOM-REGS Art. 9}
 * @param leastProvinces in how many provinces the operator works at least, or null; Telecom Regulations Art. 9 route by it
 * @param mostProvinces in how many at most, or null
 */
public record CompetenceRule(
        String id,
        String legalSource,
        List<String> licenceClasses,
        List<String> businesses,
        List<String> provinces,
        List<String> systemKinds,
        Integer leastProvinces,
        Integer mostProvinces) {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_SOURCE = 200;

    public CompetenceRule {
        licenceClasses = copy(licenceClasses);
        businesses = copy(businesses);
        provinces = copy(provinces);
        systemKinds = copy(systemKinds);
    }

    private static List<String> copy(List<String> words) {
        return words == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(words));
    }

    public boolean covers(OperatorFacts operator) {
        int provincesOfIt = operator.provinces().size();
        return any(licenceClasses, operator.licenceClasses())
                && any(businesses, operator.businesses())
                && any(provinces, operator.provinces())
                && any(systemKinds, operator.systemKinds())
                && (leastProvinces == null || provincesOfIt >= leastProvinces)
                && (mostProvinces == null || provincesOfIt <= mostProvinces);
    }

    private static boolean any(List<String> asked, Set<String> has) {
        return asked.isEmpty() || !Collections.disjoint(asked, has);
    }

    /** Everything that is wrong with it. */
    public List<Flaw> flaws(String at) {
        List<Flaw> flaws = new ArrayList<>();
        text(flaws, at + "/id", id, LONGEST_ID);
        text(flaws, at + "/legalSource", legalSource, LONGEST_SOURCE);
        words(flaws, at + "/licenceClasses", licenceClasses, RegistryEntry.LICENCE_CLASSES);
        words(flaws, at + "/provinces", provinces, RegistryEntry.PROVINCES);
        words(flaws, at + "/systemKinds", systemKinds, RegistryEntry.SYSTEM_KINDS);
        if (leastProvinces != null && mostProvinces != null && leastProvinces > mostProvinces) {
            flaws.add(new Flaw(at + "/mostProvinces", "competence.provinces", "Not less than leastProvinces"));
        }
        return flaws;
    }

    private static void text(List<Flaw> flaws, String at, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            flaws.add(new Flaw(at, "competence.text", "1 to %d characters".formatted(longest)));
        }
    }

    private static void words(List<Flaw> flaws, String at, List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i) == null || !known.contains(words.get(i))) {
                flaws.add(new Flaw(at + "/" + i, "competence.unknown", "One of " + known));
            }
        }
    }
}

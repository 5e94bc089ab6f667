package org.regulus.sanctions.ruleset;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must or may make a penalty lighter (Penalty Law, Art. 32 and 33).
 *
 * @param mitigatedPerMille how far up the range a mitigated fine may go, in thousandths of it (a published benchmark, Art. 34)
 */
public record Discretion(List<Factor> factors, int mitigatedPerMille, Provenance provenance) {

    /** Where no procedure is known nothing makes a penalty lighter. */
    public static final Discretion NONE =
            new Discretion(List.of(), 1000, new Provenance("No procedure is known", false));

    /** What a factor does. */
    public enum Effect {
        MUST_NOT_PUNISH("must-not-punish", "不予处罚"),
        MAY_NOT_PUNISH("may-not-punish", "可以不予处罚"),
        MUST_MITIGATE("must-mitigate", "应当从轻或者减轻处罚");

        private final String code;
        private final String zh;

        Effect(String code, String zh) {
            this.code = code;
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }

        public String code() {
            return code;
        }

        public static Effect of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown effect: " + code));
        }
    }

    /** @param when the circumstances that must come together */
    public record Factor(String code, Set<String> when, Effect effect, Provenance provenance) {
        public Factor {
            when = Set.copyOf(when);
        }
    }

    public Discretion {
        factors = List.copyOf(factors);
        if (mitigatedPerMille < 0 || mitigatedPerMille > 1000) {
            throw new IllegalArgumentException("A share of a range lies between 0 and 1000 thousandths");
        }
    }

    public List<Factor> matching(Set<String> circumstances) {
        return factors.stream()
                .filter(factor -> circumstances.containsAll(factor.when()))
                .toList();
    }

    /** Every circumstance that plays a part. */
    public Set<String> vocabulary() {
        Set<String> all = new TreeSet<>();
        factors.forEach(factor -> all.addAll(factor.when()));
        return all;
    }
}

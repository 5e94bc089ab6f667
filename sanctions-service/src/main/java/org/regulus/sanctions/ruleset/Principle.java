package org.regulus.sanctions.ruleset;

/**
 * Something that a decision and its documents refer to, at the place where the procedure in force has it: the law of 2021 says it elsewhere
 * than that of 2017, or alone.
 *
 * @param zh how a Chinese document cites it
 */
public record Principle(String code, String zh, Provenance provenance) {

    public static final String CHOICE_OF_LAW = "choice-of-law";
    public static final String ONE_FINE = "one-fine";
    public static final String NEVER_WORSE = "never-worse";
    public static final String PRIOR_NOTICE = "prior-notice";
    public static final String RECTIFICATION = "rectification";

    /** Where no article is known for it. */
    public static Principle unnamed(String code) {
        return new Principle(
                code, "行政处罚的一般法律原则", new Provenance("A general principle; no article is known here", false));
    }
}

package org.regulus.inspection.schedule;

/**
 * What speaks against the time of one interview, in words.
 *
 * @param hard it must not be
 * @param points what it costs; 0 where it must not be
 */
public record Remark(String code, boolean hard, long points, String words) {

    static Remark hard(String code, String words) {
        return new Remark(code, true, 0, words);
    }

    /** No time helps. */
    static Remark never(String code, String words) {
        return hard(code, words);
    }

    static Remark soft(String code, long points, String words) {
        return new Remark(code, false, points, words);
    }
}

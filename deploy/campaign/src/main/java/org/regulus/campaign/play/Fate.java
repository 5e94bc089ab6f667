package org.regulus.campaign.play;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.ToIntFunction;

/**
 * What an operator will do in a campaign: decided by the seed, the campaign's code and the operator's code alone, so that a play can
 * be repeated.
 *
 * @param wave on which of the filing days it files
 */
record Fate(
        Filing filing,
        int wave,
        boolean returned,
        boolean reportsRisk,
        boolean hasIssues,
        Report report,
        Defence defence,
        Decision decision) {

    static final int WAVES = 6;

    enum Filing {
        IN_TIME,
        LATE,
        NEVER
    }

    enum Report {
        GOOD,
        INSUFFICIENT,

        /** Rejected, too, but put right in the new term. */
        GOOD_IN_THE_NEW_TERM,
        NEVER
    }

    enum Defence {
        WAIVED,
        STATEMENT,
        SILENT
    }

    enum Decision {
        FINE,
        WARNING,
        NO_PENALTY
    }

    /** Whether what was found is put right in the end. */
    boolean isRectified() {
        return report == Report.GOOD || report == Report.GOOD_IN_THE_NEW_TERM;
    }

    static Fate of(String seed, String campaign, String uscc) {
        ToIntFunction<String> percent = question -> percent(seed + "|" + campaign + "|" + uscc + "|" + question);
        int files = percent.applyAsInt("filing");
        int decided = percent.applyAsInt("decision");
        return new Fate(
                files < 5 ? Filing.NEVER : files < 11 ? Filing.LATE : Filing.IN_TIME,
                percent.applyAsInt("wave") % WAVES,
                percent.applyAsInt("returned") < 10,
                percent.applyAsInt("risk") < 3,
                percent.applyAsInt("findings") < 65,
                report(percent.applyAsInt("report")),
                Defence.values()[percent.applyAsInt("defence") % Defence.values().length],
                decided < 65 ? Decision.FINE : decided < 85 ? Decision.WARNING : Decision.NO_PENALTY);
    }

    private static Report report(int percent) {
        if (percent < 15) {
            return Report.NEVER;
        }
        if (percent < 27) {
            return Report.INSUFFICIENT;
        }
        return percent < 35 ? Report.GOOD_IN_THE_NEW_TERM : Report.GOOD;
    }

    private static int percent(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ((digest[0] & 0xff) << 8 | digest[1] & 0xff) % 100;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}

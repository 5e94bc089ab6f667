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
        Course course) {

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

    Fate files(Filing when) {
        return new Fate(when, wave, returned, reportsRisk, hasIssues, report, defence, course);
    }

    Fate inTime() {
        return files(Filing.IN_TIME);
    }

    Fate inWave(int which) {
        return new Fate(filing, which, returned, reportsRisk, hasIssues, report, defence, course);
    }

    Fate returned(boolean sentBack) {
        return new Fate(filing, wave, sentBack, reportsRisk, hasIssues, report, defence, course);
    }

    Fate reportsRisk(boolean reports) {
        return new Fate(filing, wave, returned, reports, hasIssues, report, defence, course);
    }

    Fate issues(boolean found) {
        return new Fate(filing, wave, returned, reportsRisk, found, report, defence, course);
    }

    /** What was found is not put right, and has this to follow. */
    Fate refuses(Course next) {
        return new Fate(
                filing,
                wave,
                returned,
                reportsRisk,
                true,
                next.ordinal() % 2 == 0 ? Report.NEVER : Report.INSUFFICIENT,
                defence,
                next);
    }

    Fate reports(Report how) {
        return new Fate(filing, wave, returned, reportsRisk, true, how, defence, course);
    }

    /** Whether the filing is sent back: there must be another filing day after its own. */
    boolean isReturned() {
        return returned && wave < WAVES - 1;
    }

    /** Whether what was found is put right in the end. */
    boolean isRectified() {
        return report == Report.GOOD || report == Report.GOOD_IN_THE_NEW_TERM;
    }

    static Fate of(String seed, String campaign, String uscc) {
        ToIntFunction<String> percent = question -> percent(seed + "|" + campaign + "|" + uscc + "|" + question);
        int files = percent.applyAsInt("filing");
        return new Fate(
                files < 5 ? Filing.NEVER : files < 11 ? Filing.LATE : Filing.IN_TIME,
                percent.applyAsInt("wave") % WAVES,
                percent.applyAsInt("returned") < 10,
                percent.applyAsInt("risk") < 3,
                percent.applyAsInt("findings") < 65,
                report(percent.applyAsInt("report")),
                Defence.values()[percent.applyAsInt("defence") % Defence.values().length],
                Course.values()[percent.applyAsInt("decision") % Course.values().length]);
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

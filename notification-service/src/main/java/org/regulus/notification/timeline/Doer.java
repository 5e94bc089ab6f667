package org.regulus.notification.timeline;

import java.util.Locale;
import java.util.Set;

/** Whose act an event tells of, by its type: which person it was is the authority's, or the operator's, own affair. */
public enum Doer {
    OPERATOR,
    /** Its officers; also of types that are unknown here. */
    AUTHORITY,
    /** Nobody: a day had passed, a calendar was changed, or a machine had answered. */
    PLATFORM;

    private static final Set<String> OF_OPERATORS = Set.of(
            "regulus.filing.filing-submitted.v1",
            "regulus.filing.filing-withdrawn.v1",
            "regulus.filing.extension-requested.v1",
            "regulus.filing.risk-reported.v1",
            "regulus.filing.risk-stage-delivered.v1",
            "regulus.inspection.wishes-stated.v1",
            "regulus.inspection.interview-confirmed.v1",
            "regulus.inspection.request-made.v1",
            "regulus.sanctions.rectification-acknowledged.v1",
            "regulus.sanctions.rectification-reported.v1",
            "regulus.sanctions.rectification-extension-requested.v1",
            "regulus.sanctions.penalty-defended.v1",
            "regulus.sanctions.hearing-requested.v1",
            "regulus.sanctions.penalty-challenged.v1",
            "regulus.sanctions.instalments-requested.v1",
            "regulus.sanctions.penalty-paid.v1",
            "regulus.sanctions.penalty-part-paid.v1",
            "regulus.sanctions.person-fine-paid.v1",
            "regulus.notification.notice-read.v1",
            "regulus.notification.notice-acknowledged.v1");

    private static final Set<String> OF_NOBODY = Set.of(
            "regulus.filing.filing-overdue.v1",
            "regulus.filing.risk-stage-missed.v1",
            "regulus.inspection.request-lapsed.v1",
            "regulus.sanctions.rectification-overdue.v1",
            "regulus.sanctions.defence-recounted.v1",
            "regulus.sanctions.payment-recounted.v1",
            "regulus.sanctions.person-payment-recounted.v1",
            "regulus.sanctions.limit-passed.v1",
            "regulus.notification.duty-reminded.v1",
            "regulus.notification.notice-served.v1",
            "regulus.notification.notice-failed.v1",
            "regulus.notification.notice-bounced.v1");

    public static Doer of(String type) {
        if (OF_OPERATORS.contains(type)) {
            return OPERATOR;
        }
        return OF_NOBODY.contains(type) ? PLATFORM : AUTHORITY;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

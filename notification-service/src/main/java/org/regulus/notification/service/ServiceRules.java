package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.Set;

/** Numbers and words of the Civil Procedure Law, Art. 87-95, which administrative authorities serve by. */
public final class ServiceRules {

    /** Art. 95: 30 days from the day of the notice (60 before 2022). */
    public static final int PUBLIC_NOTICE_DAYS = 30;

    public static final String LEFT = "left";
    public static final String PUBLIC_NOTICE = "public-notice";

    /** How a document can be served at the first try. */
    public static final Set<String> METHODS = Set.of("in-person", "post", "electronic", "entrusted");

    public static final Set<String> DOCUMENTS =
            Set.of("inspection-notice", "rectification-order", "penalty-notice", "penalty-decision");

    private ServiceRules() {}

    static LocalDate lastDay(LocalDate publishedOn) {
        return publishedOn.plusDays(PUBLIC_NOTICE_DAYS);
    }
}

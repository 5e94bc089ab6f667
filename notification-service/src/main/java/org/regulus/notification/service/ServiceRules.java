package org.regulus.notification.service;

import java.time.LocalDate;
import java.util.Set;

/** Numbers and words of the Civil Procedure Law, Art. 87-95, which administrative authorities serve by. */
public final class ServiceRules {

    /** Art. 95: 30 days from the day of the notice. */
    public static final int PUBLIC_NOTICE_DAYS = 30;

    /** Art. 92 of the law of 2017: 60 days for what was published before the law of 2022 came into force. */
    private static final int FORMER_PUBLIC_NOTICE_DAYS = 60;

    private static final LocalDate SHORTER_SINCE = LocalDate.of(2022, 1, 1);

    public static final String ELECTRONIC = "electronic";
    public static final String LEFT = "left";
    public static final String PUBLIC_NOTICE = "public-notice";

    /** How a document can be served at the first try. */
    public static final Set<String> METHODS = Set.of("in-person", "post", ELECTRONIC, "entrusted");

    public static final Set<String> DOCUMENTS =
            Set.of("inspection-notice", "rectification-order", "penalty-notice", "penalty-decision");

    private ServiceRules() {}

    static LocalDate lastDay(LocalDate publishedOn) {
        return publishedOn.plusDays(
                publishedOn.isBefore(SHORTER_SINCE) ? FORMER_PUBLIC_NOTICE_DAYS : PUBLIC_NOTICE_DAYS);
    }
}

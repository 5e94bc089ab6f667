package org.regulus.campaign.play;

import java.util.List;
import java.util.Map;

/** How a proceeding against somebody who did not put right what was found goes on, and under which provision. */
enum Course {
    FINE(Course.REFUSED),
    IN_PARTS(Course.REFUSED),

    /** Heavy: before a hearing, discussed, challenged, published. */
    GRAVE("CN-CSL-2017-69"),

    WARNING(Course.REFUSED),
    NO_PENALTY(Course.REFUSED),

    /** Given up, because the operator puts it right after all. */
    WITHDRAWN(Course.REFUSED),

    CONFISCATION("CN-CSL-2017-64"),
    SUSPENSION("CN-CSL-2017-61"),

    /** Who is directly responsible pays, too. */
    PERSON("CN-CSL-2017-59"),

    /** Paid some days late. */
    LATE(Course.REFUSED),

    /** Not paid before the court is asked. */
    ENFORCED(Course.REFUSED);

    /** What is taken away, and what the person pays, in minor units. */
    static final long GAIN = 300_000;

    static final long OF_THE_PERSON = 1_000_000;

    private static final String REFUSED = "CN-ORDER-11-22";
    private static final int TERM_DAYS = 30;

    final String provision;

    Course(String provision) {
        this.provision = provision;
    }

    boolean isFined() {
        return this != WARNING && this != NO_PENALTY && this != WITHDRAWN;
    }

    /** Whether so much is at stake that three decide together. */
    boolean isDiscussed() {
        return this == GRAVE || this == CONFISCATION || this == SUSPENSION;
    }

    /** What is imposed beside the fine: its number is 2. */
    List<Map<String, Object>> further() {
        return switch (this) {
            case CONFISCATION -> List.of(Map.of("kind", "confiscation", "amountMinor", GAIN));
            case SUSPENSION -> List.of(Map.of("kind", "suspension", "days", TERM_DAYS));
            case PERSON -> List.of(Map.of("kind", "fine", "amountMinor", OF_THE_PERSON, "person", "直接负责的主管人员（演示）"));
            default -> List.of();
        };
    }
}

package org.regulus.notification.bounce;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail system says became of one mail.
 *
 * @param status as RFC 3463 numbers it, such as 5.1.1
 */
public record DeliveryReport(UUID messageId, Action action, String status) {

    public enum Action {
        FAILED,
        DELAYED,
        DELIVERED,
        RELAYED,
        EXPANDED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Action> of(String word) {
            for (Action action : values()) {
                if (action.word().equalsIgnoreCase(word.strip())) {
                    return Optional.of(action);
                }
            }
            return Optional.empty();
        }
    }

    private static final Pattern STATUS = Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);

    /** Nothing when it is no action, or no status, that there is. */
    public static Optional<DeliveryReport> of(UUID messageId, String action, String status) {
        Matcher number = STATUS.matcher(status);
        return number.matches()
                ? Action.of(action).map(known -> new DeliveryReport(messageId, known, number.group(1)))
                : Optional.empty();
    }

    /** The mail will not arrive. A class of 4 says that whoever had it gave up, which is no less final. */
    public boolean isFinal() {
        return action == Action.FAILED;
    }
}

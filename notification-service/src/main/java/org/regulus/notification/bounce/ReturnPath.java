package org.regulus.notification.bounce;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address that a mail comes back to: one for each message, so that whatever comes back tells which it was. */
public record ReturnPath(String host) {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    public String of(UUID messageId) {
        return "bounces+%s@%s".formatted(messageId, host);
    }

    /** @param address of any form, also with a name beside it */
    public Optional<UUID> messageOf(String address) {
        Matcher found = Pattern.compile("bounces\\+" + ID + "@" + Pattern.quote(host), Pattern.CASE_INSENSITIVE)
                .matcher(address);
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }
}

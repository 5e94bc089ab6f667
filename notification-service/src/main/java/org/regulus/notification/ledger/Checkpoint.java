package org.regulus.notification.ledger;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the ledger was and what its root was: the body of a C2SP tlog-checkpoint. */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern BODY = Pattern.compile("([^\\n]+)\\n(0|[1-9][0-9]{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
    }

    static Optional<Checkpoint> read(String text) {
        Matcher body = BODY.matcher(text);
        return body.matches()
                ? Optional.of(new Checkpoint(
                        body.group(1),
                        Long.parseLong(body.group(2)),
                        Base64.getDecoder().decode(body.group(3))))
                : Optional.empty();
    }
}

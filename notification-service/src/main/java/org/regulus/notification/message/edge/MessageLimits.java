package org.regulus.notification.message.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of sending. */
@ConfigMapping(prefix = "regulus.messages")
public interface MessageLimits {

    @WithDefault("500ms")
    String every();

    /** Messages that one look claims and sends side by side. */
    @WithDefault("25")
    int batchMax();

    /** Attempts before a message is given up and notice-failed is announced. */
    @WithDefault("12")
    int attemptsMax();

    /** Pause after the first failure; it doubles with each further one. */
    @WithDefault("10s")
    Duration backoff();

    @WithDefault("6h")
    Duration longestBackoff();

    /** How long a claimed message is left to the one who claimed it; after a crash it is sent again then. */
    @WithDefault("2m")
    Duration lease();
}

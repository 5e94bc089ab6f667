package org.regulus.notification.message.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.regulus.notification.message.Patience;

/** The limits of sending. */
@ConfigMapping(prefix = "regulus.messages")
public interface MessageLimits {

    /** How often a look is taken at what is due. */
    @WithDefault("500ms")
    String every();

    /** Messages that one look claims and sends side by side. */
    @WithDefault("25")
    int batchMax();

    /** Attempts before a message has failed. With the pauses below that is after some ten hours. */
    @WithDefault("12")
    int attemptsMax();

    /** Pause after the first refusal; it doubles with each further one. */
    @WithDefault("10s")
    Duration pause();

    @WithDefault("6h")
    Duration longestPause();

    /** The longest that a gateway may take; how patient we are with the mail server is {@code regulus.mail}'s. Must be well below the lease. */
    @WithDefault("30s")
    Duration sending();

    /** How long a claimed message is left to the sender that claimed it; after a crash it is sent again then. */
    @WithDefault("5m")
    Duration lease();

    /** How long a message waits for the directory to tell an address. */
    @WithDefault("P7D")
    Duration contact();

    /** The right-hand side of Message-IDs. */
    @WithDefault("regulus.regulator.example")
    String messageIdHost();

    /** The right-hand side of the addresses that mails come back to: bounces+(id of the message)@ it. */
    @WithDefault("regulus.regulator.example")
    String bounceHost();

    /** What is done with a mail of which nobody knows whether the mail server took it. */
    @WithDefault("resend")
    UnknownOutcome unknownOutcome();

    enum UnknownOutcome {
        /** It goes out again, with the same Message-ID: it may come twice. */
        RESEND,
        /** It does not: it may never have come, and the officers are told. */
        HOLD
    }

    default Patience patience() {
        return new Patience(
                attemptsMax(), pause(), longestPause(), lease(), contact(), unknownOutcome() == UnknownOutcome.RESEND);
    }
}

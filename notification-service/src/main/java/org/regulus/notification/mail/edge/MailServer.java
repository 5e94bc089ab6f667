package org.regulus.notification.mail.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which mail server this installation hands its mails to, and how patient it is with it. */
@ConfigMapping(prefix = "regulus.mail")
public interface MailServer {

    @WithDefault("127.0.0.1")
    String host();

    @WithDefault("25")
    int port();

    @WithDefault("regulus@regulator.example")
    String from();

    @WithDefault("none")
    Security security();

    /** A named configuration of Quarkus' TLS registry; without one, what the runtime trusts. */
    Optional<String> tlsConfiguration();

    Optional<String> username();

    Optional<String> password();

    /** Mails on their way at one time. */
    @WithDefault("25")
    int connections();

    /** The longest until a mail is handed over as a whole; what is not by then was certainly not taken. */
    @WithDefault("30s")
    Duration sending();

    /** The longest that an answer is waited for. After the end of a mail, none means: nobody knows whether it was taken. */
    @WithDefault("2m")
    Duration answer();

    /** Which delivery reports are asked of mail servers that make them (RFC 3461). */
    @WithDefault("SUCCESS,FAILURE,DELAY")
    String reports();

    enum Security {
        NONE,
        /** Refused unless the server offers it. */
        STARTTLS,
        TLS
    }
}

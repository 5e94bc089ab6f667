package org.regulus.notification.gateway.edge;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;
import org.regulus.notification.message.Notice;

/** Which gateways this installation has: {@code regulus.gateways.sms.url} and so on. None is there unless it is named. */
@ConfigMapping(prefix = "regulus.gateways")
public interface GatewayLimits {

    Optional<Gateway> sms();

    Optional<Gateway> post();

    default Optional<Gateway> of(String channel) {
        return switch (channel) {
            case Notice.SMS -> sms();
            case Notice.POST -> post();
            default -> Optional.empty();
        };
    }

    interface Gateway {

        /** Where letters are posted to. */
        URI url();

        /** Sent as a bearer token. */
        Optional<String> secret();

        /** What the gateway shows when it tells what became of a letter; without one it cannot. */
        Optional<String> callbackSecret();
    }
}

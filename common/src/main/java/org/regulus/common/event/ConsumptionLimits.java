package org.regulus.common.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient a consumer is. */
@ConfigMapping(prefix = "regulus.consumption")
public interface ConsumptionLimits {

    /** Attempts at one event when the fault may pass; after the last the channel fails and the service asks to be restarted. */
    @WithDefault("6")
    int attemptsMax();

    /** The pause before the second attempt; it doubles with each further one. */
    @WithDefault("200ms")
    Duration backoff();
}

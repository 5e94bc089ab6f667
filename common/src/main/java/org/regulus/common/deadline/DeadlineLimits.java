package org.regulus.common.deadline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The sweep's limits. */
@ConfigMapping(prefix = "regulus.deadlines")
public interface DeadlineLimits {

    /** How often due deadlines are looked for; also the precision with which they fire. */
    @WithDefault("1s")
    String every();

    /** What arrived in time may take so long to be done: only then is a deadline acted on. It is not moved by that. */
    @WithDefault("30s")
    Duration grace();

    /** Deadlines that one look takes up. */
    @WithDefault("500")
    int batchMax();

    /** Pause after a deadline's handler failed; it doubles each time, up to the longest. */
    @WithDefault("5s")
    Duration backoff();

    @WithDefault("10m")
    Duration longestBackoff();
}

package org.regulus.common.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The relay's limits, each with its name. */
@ConfigMapping(prefix = "regulus.outbox.relay")
public interface RelayLimits {

    @WithDefault("true")
    boolean enabled();

    /** Rows read and sent before they are marked. */
    @WithDefault("500")
    int batchMax();

    /** Keys that are passed over after a failure, before the relay begins again with the oldest row; those behind more of them wait. */
    @WithDefault("10000")
    int passedOverMax();

    /** How long to wait for a NOTIFY before looking all the same: it may have been lost with a connection. */
    @WithDefault("1s")
    Duration poll();

    /** Pause after a failure, and between attempts to become the active relay. */
    @WithDefault("1s")
    Duration backoff();

    /** The longest wait for the brokers' acknowledgement of one record; longer than the producer's delivery timeout. */
    @WithDefault("15s")
    Duration acknowledgement();

    /** How long sent rows are kept, for questions and for reconciliation. */
    @WithDefault("P30D")
    Duration retention();
}

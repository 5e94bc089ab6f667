package org.regulus.notification.rebuild.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a rebuild goes on. */
@ConfigMapping(prefix = "regulus.rebuild")
interface RebuildLimits {

    @WithDefault("1s")
    String every();

    /** Entries of the ledger that are read in one transaction. */
    @WithDefault("5000")
    int page();

    /** Events of one case that are written in one transaction: a case has hundreds. */
    @WithDefault("20000")
    int eventsMax();

    /** Answers of Kafka without a record, half a second each, after which it is tried again later. */
    @WithDefault("60")
    int emptyMax();

    /** How long a rebuild is left to the instance that took it, counted anew with each step. */
    @WithDefault("60s")
    Duration lease();
}

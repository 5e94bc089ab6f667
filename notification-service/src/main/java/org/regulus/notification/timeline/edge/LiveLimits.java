package org.regulus.notification.timeline.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the live streams. */
@ConfigMapping(prefix = "regulus.stream")
interface LiveLimits {

    /** How often an instance looks whether the ledger has grown: one query, however many listen. */
    @WithDefault("500ms")
    String every();

    /** After so long a stream ends, and its listener comes again with the token it then has and the last id it saw. */
    @WithDefault("15m")
    Duration longest();

    /** A comment goes out so often, so that no proxy takes a quiet stream for a dead one, and a dead listener is noticed. */
    @WithDefault("20s")
    Duration heartbeat();

    /** Streams that one person may have open with one instance. */
    @WithDefault("5")
    int perPersonMax();

    /** Entries that are looked at in one go. */
    @WithDefault("1000")
    int window();
}

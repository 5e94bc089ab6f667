package org.regulus.notification.export.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is exported. */
@ConfigMapping(prefix = "regulus.exports")
interface ExportLimits {

    @WithDefault("1s")
    String every();

    /** Cases in one part, and in one transaction. */
    @WithDefault("1000")
    int partCases();

    /** How long an export is left to the instance that took it, counted anew with each part. */
    @WithDefault("60s")
    Duration lease();

    /** Attempts without a further part, after which an export is given up. */
    @WithDefault("5")
    int attemptsMax();

    /** Exports that one person may ask for within a day. */
    @WithDefault("20")
    int perDayMax();

    /** After so long the parts are gone; who asked for what stays. */
    @WithDefault("P7D")
    Duration kept();
}

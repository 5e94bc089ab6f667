package org.regulus.filing.registry.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of imports. */
@ConfigMapping(prefix = "regulus.registry")
interface RegistryConfig {

    /** Of one file. */
    @WithDefault("200000")
    int maxRows();

    /** Rows that are taken in one transaction. */
    @WithDefault("500")
    int chunkRows();

    /** Flaws that are kept to be told; further rows are only counted as rejected. */
    @WithDefault("10000")
    int maxFlaws();

    /** After so long without a chunk an import is another instance's. */
    @WithDefault("60s")
    Duration claim();

    /** How often an instance looks for imports that others left. Its own it begins at once. */
    @WithDefault("5s")
    Duration every();

    /** How often an import is taken up without getting further before it has failed. */
    @WithDefault("5")
    int maxAttempts();
}

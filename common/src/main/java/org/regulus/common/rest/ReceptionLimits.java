package org.regulus.common.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an instance takes in. */
@ConfigMapping(prefix = "regulus.requests")
interface ReceptionLimits {

    /**
     * Requests served at the same time, also those that wait for a connection to the database or for their own body. Fewer than the worker
     * threads (200 here), of which an upload holds one: health must be answered, too.
     */
    @WithDefault("128")
    int inFlightMax();

    /** What a client that is turned away is told to wait. */
    @WithDefault("1")
    int retryAfterSeconds();
}

package org.regulus.common.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an instance takes in. */
@ConfigMapping(prefix = "regulus.requests")
interface ReceptionLimits {

    /** Requests served at the same time, also those that wait for a connection to the database. */
    @WithDefault("512")
    int inFlightMax();

    /**
     * Requests with a big body at the same time. Each holds a worker thread while its body arrives: there must be far fewer than worker
     * threads (200 here), for health must be answered, too.
     */
    @WithDefault("48")
    int bigInFlightMax();

    /** From how many bytes on a body is big; one that does not tell its length is. */
    @WithDefault("65536")
    long bigBytes();

    /** The longest time that a client which is turned away is told to wait. */
    @WithDefault("30")
    int retryAfterMaxSeconds();
}

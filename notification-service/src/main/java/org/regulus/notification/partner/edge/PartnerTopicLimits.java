package org.regulus.notification.partner.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The topics of partners: what they are made with, and how long Kafka is waited for. */
@ConfigMapping(prefix = "regulus.partner-topics")
interface PartnerTopicLimits {

    /** Replicas of each; what the cluster makes by default when it is not set. */
    Optional<Short> replication();

    /** How long an event stays on them. A partner that was away for longer begins again from its last event. */
    @WithDefault("P30D")
    Duration retention();

    /** Events that one look puts there. */
    @WithDefault("500")
    int eventsMax();

    /** The longest that Kafka may take to answer a question. Four of them, a look and a record are well below the lease. */
    @WithDefault("5s")
    Duration answer();
}

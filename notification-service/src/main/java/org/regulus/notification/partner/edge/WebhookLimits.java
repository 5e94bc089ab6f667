package org.regulus.notification.partner.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.notification.partner.Delivery;

/** The limits of pushing events to partners. */
@ConfigMapping(prefix = "regulus.webhooks")
interface WebhookLimits {

    @WithDefault("1s")
    String every();

    /** Subscriptions that one look serves side by side. */
    @WithDefault("20")
    int subscriptionsMax();

    /** Events of one subscription that one look delivers, one after the other. */
    @WithDefault("20")
    int eventsMax();

    /** The longest that a receiver may take for one event. */
    @WithDefault("5s")
    Duration answer();

    /** After so long a look begins no further event: a slow receiver does not hold up the others of the look for longer. */
    @WithDefault("5s")
    Duration look();

    /** How long subscriptions are left to the instance that took them; well above the two times before. */
    @WithDefault("60s")
    Duration lease();

    @WithDefault("10s")
    Duration pause();

    @WithDefault("6h")
    Duration longestPause();

    /** After failing for so long a subscription is disabled. */
    @WithDefault("P3D")
    Duration giveUp();

    /** Who is mailed that one was disabled; nobody unless they are named. */
    Optional<List<String>> givenUpMails();

    /** How long a former secret goes on signing beside its successor. */
    @WithDefault("P1D")
    Duration formerSecret();

    /** Subscriptions that one partner may have. */
    @WithDefault("20")
    int perPartnerMax();

    /** Hosts that may have addresses that are not of the internet, and be spoken to without TLS. None unless they are named. */
    Optional<Set<String>> privateHosts();

    default boolean mayBePrivate(String host) {
        return privateHosts().filter(hosts -> hosts.contains(host)).isPresent();
    }

    default Delivery.Patience patience() {
        return new Delivery.Patience(pause(), longestPause(), giveUp());
    }
}

package org.regulus.notification.partner.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.notification.partner.Classification;
import org.regulus.notification.partner.EventFilter;

/** What a partner wants to be pushed, to its webhook or its topic. Deliveries write its progress with statements of their own; see {@link SubscriptionClaims}. */
@Entity
@Table(name = "subscription")
class SubscriptionRow {

    @Id
    UUID id;

    String partner;
    String kind;
    String url;
    String types;
    String authorities;
    String campaigns;
    String classification;
    String secret;
    long position;
    long delivered;
    int failures;

    @Column(name = "failing_since")
    Instant failingSince;

    @Column(name = "last_failure")
    String lastFailure;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "disabled_at")
    Instant disabledAt;

    @Column(name = "created_at")
    Instant createdAt;

    static String joined(List<String> values) {
        return String.join(",", values);
    }

    static List<String> list(String values) {
        return values.isEmpty() ? List.of() : List.of(values.split(","));
    }

    static EventFilter filter(String types, String authorities, String campaigns, String classification) {
        return new EventFilter(
                list(types),
                list(authorities),
                list(campaigns),
                classification == null ? null : Classification.of(classification));
    }
}

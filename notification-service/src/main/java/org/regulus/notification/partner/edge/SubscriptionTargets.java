package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.partner.edge.SubscriptionResource.NewSubscription;

/** Where a partner may have events pushed to. */
@ApplicationScoped
class SubscriptionTargets {

    private static final String GRANTED =
            """
            select (select count(*) from partner_grant where partner = ?1),
                   (select count(*) from subscription where partner = ?1 and kind = 'topic')""";

    private final WebhookLimits limits;

    SubscriptionTargets(WebhookLimits limits) {
        this.limits = limits;
    }

    /** @throws Refusal INVALID {@code subscription.url}, {@code subscription.topic-name} */
    void check(Actor partner, NewSubscription wanted) {
        if (!topic(wanted)) {
            checkUrl(wanted.url());
        } else if (wanted.url() != null) {
            throw Refusal.invalid("subscription.url", "A topic has no url");
        } else if (!partner.subject().matches(PartnerTopics.NAMES)) {
            throw Refusal.invalid("subscription.topic-name", "Your subject cannot be part of a topic's name");
        }
    }

    /**
     * Topics are made for those only to whom something was granted, one each.
     *
     * @throws Refusal CONFLICT {@code subscription.nothing-granted}, {@code subscription.topic-taken}
     */
    Uni<Void> free(Mutiny.Session session, Actor partner, NewSubscription wanted) {
        if (!topic(wanted)) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(GRANTED, Object[].class)
                .setParameter(1, partner.subject())
                .getSingleResult()
                .invoke(counts -> {
                    if ((Long) counts[0] == 0) {
                        throw Refusal.conflict("subscription.nothing-granted", "Nothing was granted to you yet");
                    }
                    if ((Long) counts[1] > 0) {
                        throw Refusal.conflict("subscription.topic-taken", "Your topic has its subscription already");
                    }
                })
                .replaceWithVoid();
    }

    static void checkSecret(SubscriptionRow row) {
        if (PartnerTopics.KIND.equals(row.kind)) {
            throw Refusal.conflict("subscription.no-secret", "What is on a topic is not signed");
        }
    }

    private static boolean topic(NewSubscription wanted) {
        return PartnerTopics.KIND.equals(wanted.kind());
    }

    /** What its host resolves to is looked at whenever it is spoken to, not here: that may change. */
    private void checkUrl(String url) {
        try {
            URI uri = new URI(url == null ? "" : url);
            boolean told = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            boolean safe = "https".equals(uri.getScheme())
                    || "http".equals(uri.getScheme()) && told && limits.mayBePrivate(uri.getHost());
            if (told && safe) {
                return;
            }
        } catch (URISyntaxException malformed) {
            // falls through to the one refusal below
        }
        throw Refusal.invalid("subscription.url", "Give an https address with a host, without user and fragment");
    }
}

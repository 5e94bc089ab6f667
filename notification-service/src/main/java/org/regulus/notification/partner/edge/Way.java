package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.partner.Delivery;
import org.regulus.notification.partner.edge.Feed.Entry;
import org.regulus.notification.partner.edge.SubscriptionClaims.Claimed;

/** How events come to a partner that does not fetch them. */
interface Way {

    /** Events of one subscription that one look delivers at most. */
    int eventsMax();

    /**
     * Up to which position everything has arrived for certain; at least what was noted. Fails when that cannot be found out now: then
     * nothing is given.
     */
    Uni<Long> arrived(Claimed claimed);

    /** Never fails: a fault is an answer. */
    Uni<Answered> give(Claimed claimed, Entry entry);

    /**
     * @param failure a kind of failure, or null: never what the receiver wrote
     * @param receipt what the receiver answered, as evidence; null where nobody answers
     */
    record Answered(Delivery.Answer answer, String failure, Receipt receipt) {
        static Answered taken() {
            return new Answered(Delivery.Answer.TAKEN, null, null);
        }

        static Answered refused(Throwable fault) {
            return new Answered(Delivery.Answer.REFUSED, fault.getClass().getSimpleName(), null);
        }
    }
}

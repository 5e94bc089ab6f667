package org.regulus.sanctions.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Something that happened to an order beside the way from order to verification; it is kept, never changed. */
public sealed interface OrderNote {

    Instant at();

    /** As the operator reads it: which officer acted is the authority's own affair. */
    default OrderNote unsigned() {
        return this;
    }

    record Acknowledged(Instant at) implements OrderNote {}

    /** The case went to another authority, and the order with it. */
    record TakenOver(String from, String to, Instant at) implements OrderNote {}

    /** It was brought to the operator, as the notification-service recorded it. */
    record Served(String method, LocalDate on, Instant at) implements OrderNote {}

    /** What the operator asks for: a later date for items, with the reason. */
    record ExtensionRequested(List<Wish> wishes, String reason, Instant at) implements OrderNote {
        public ExtensionRequested {
            wishes = List.copyOf(wishes);
        }
    }

    record Wish(UUID itemId, LocalDate dueOn) {}

    record ExtensionDecided(boolean granted, String reason, String by, Instant at) implements OrderNote {
        @Override
        public OrderNote unsigned() {
            return new ExtensionDecided(granted, reason, null, at);
        }
    }

    /** The operator cannot be inspected, for instance because it is closed: its time stands still. */
    record Suspended(String reason, LocalDate on, String by, Instant at) implements OrderNote {
        @Override
        public OrderNote unsigned() {
            return new Suspended(reason, on, null, at);
        }
    }

    record Resumed(LocalDate on, long days, String by, Instant at) implements OrderNote {
        @Override
        public OrderNote unsigned() {
            return new Resumed(on, days, null, at);
        }
    }

    /** After a rejection: another date for each item that is not put right, with the reasons. */
    record TermRenewed(List<Wish> items, String reason, String by, Instant at) implements OrderNote {
        public TermRenewed {
            items = List.copyOf(items);
        }

        @Override
        public OrderNote unsigned() {
            return new TermRenewed(items, reason, null, at);
        }
    }

    /** Its reason is for those who pursue it. */
    record Referred(Referral to, String reason, String by, Instant at) implements OrderNote {}

    /** Who pursues what was not put right. */
    enum Referral {
        PENALTY,
        /** It is not this authority's own matter (Penalty Law, Art. 27). */
        OTHER_AUTHORITY
    }

    /** An interview (yuetan): no penalty, but facts are told, and the operator takes on a duty by a day. */
    record Interviewed(LocalDate heldOn, String duty, LocalDate dueOn, String by, Instant at) implements OrderNote {
        @Override
        public OrderNote unsigned() {
            return new Interviewed(heldOn, duty, dueOn, null, at);
        }
    }
}

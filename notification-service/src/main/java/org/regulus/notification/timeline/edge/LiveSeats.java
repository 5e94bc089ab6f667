package org.regulus.notification.timeline.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many streams each person has open with this instance: one browser gone mad keeps out nobody but its own user. */
@ApplicationScoped
class LiveSeats {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final LiveLimits limits;

    LiveSeats(LiveLimits limits) {
        this.limits = limits;
    }

    /** Not a {@code Refusal}: it is no matter of what was asked, but of how often at once. */
    static final class NoneLeft extends RuntimeException {
        NoneLeft(int most) {
            super("A person listens to %d streams at most; close one".formatted(most), null, false, false);
        }
    }

    /** @throws NoneLeft when the person has all that one may have */
    void take(String person) {
        taken.merge(person, 1, (before, one) -> {
            if (before >= limits.perPersonMax()) {
                throw new NoneLeft(limits.perPersonMax());
            }
            return before + one;
        });
    }

    void leave(String person) {
        taken.computeIfPresent(person, (same, before) -> before == 1 ? null : before - 1);
    }
}

package org.regulus.notification.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Follows one partition of a topic from offset to offset: Kafka gives them without gaps, as long as no record is deleted. */
public final class Offsets {

    /** @param eventId null when none can be read */
    public record Seen(long offset, UUID eventId) {}

    private long next;

    /** @param next the first offset that was not looked at yet */
    public Offsets(long next) {
        this.next = next;
    }

    /** @param absent those of the events that are not in the ledger */
    public List<Gap> follow(List<Seen> records, Set<UUID> absent) {
        List<Gap> gaps = new ArrayList<>();
        for (Seen record : records) {
            if (record.offset() > next) {
                gaps.add(new Gap(Gap.Kind.LOST, next, record.offset() - 1, null));
            }
            if (record.eventId() == null) {
                gaps.add(new Gap(Gap.Kind.UNREADABLE, record.offset(), record.offset(), null));
            } else if (absent.contains(record.eventId())) {
                gaps.add(new Gap(Gap.Kind.SKIPPED, record.offset(), record.offset(), record.eventId()));
            }
            next = record.offset() + 1;
        }
        return gaps;
    }

    public long next() {
        return next;
    }
}

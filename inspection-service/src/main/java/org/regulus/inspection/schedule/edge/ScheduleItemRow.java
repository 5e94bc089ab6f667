package org.regulus.inspection.schedule.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.regulus.inspection.OfficeHours.Slot;

/** One interview of a proposal. */
@Entity
@Table(name = "schedule_item")
class ScheduleItemRow {

    static final String PUBLISHED = "published";

    @Id
    UUID id;

    @Column(name = "proposal_id")
    UUID proposalId;

    String authority;

    @Column(name = "inspection_id")
    UUID inspectionId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    /** When the operator was told that it would be; null when it was told nothing. */
    @Column(name = "announced_at")
    Instant announcedAt;

    boolean pinned;
    String place;

    /** JSON: what speaks against the time. */
    String remarks;

    /** {@code published}, or the code of the refusal that publication met. */
    String outcome;

    Slot slot() {
        return startsAt == null ? null : new Slot(startsAt, endsAt);
    }

    void take(Slot slot) {
        startsAt = slot == null ? null : slot.startsAt();
        endsAt = slot == null ? null : slot.endsAt();
    }
}

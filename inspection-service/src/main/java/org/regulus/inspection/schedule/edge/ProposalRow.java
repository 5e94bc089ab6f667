package org.regulus.inspection.schedule.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.regulus.inspection.schedule.Proposal;
import org.regulus.inspection.schedule.Review.Rating;

@Entity
@Table(name = "schedule_proposal")
class ProposalRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "campaign_id")
    UUID campaignId;

    /** The proposal whose pinned interviews stay where they are. */
    @Column(name = "based_on")
    UUID basedOn;

    String state;

    @Column(name = "first_day")
    LocalDate firstDay;

    int days;

    /** How long each interview takes. */
    int minutes;

    /** How long the solver may search. */
    int seconds;

    /** When the facts were taken that it is judged by. */
    @Column(name = "as_of")
    Instant asOf;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "spent_ms")
    long spentMillis;

    Long hard;
    Long unplanned;
    Long points;

    /** Why it could not be made, as a code. */
    String failure;

    /** Counted so that each change of an interview is a new version of its proposal. */
    int adjustments;

    @Version
    long version;

    Proposal proposal() {
        return Proposal.of(state);
    }

    void take(Proposal changed) {
        state = changed.word();
    }

    void take(Rating rating) {
        hard = rating.hard();
        unplanned = rating.unplanned();
        points = rating.points();
    }
}

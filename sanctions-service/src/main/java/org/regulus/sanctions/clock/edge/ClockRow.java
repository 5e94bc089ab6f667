package org.regulus.sanctions.clock.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.clock.Clock;

@Entity
@Table(name = "case_clock")
class ClockRow {

    @Id
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "operator_id")
    UUID operatorId;

    String authority;

    /** The order or the proceeding that it was derived from. */
    UUID owner;

    @Column(name = "owner_kind")
    String ownerKind;

    UUID subject;
    String code;

    @Column(name = "by_party")
    String party;

    @Column(name = "last_day")
    LocalDate lastDay;

    String basis;
    String otherwise;
    String source;
    boolean verified;

    /** Whether it still runs; a met one stays, to be read. */
    boolean running;

    /** When it was told that the last day had passed while it ran; null before. */
    @Column(name = "passed_at")
    Instant passedAt;

    /** How often it was told: it may pass again after it got another last day. */
    int told;

    /** The digest of the calendar that it was counted with. */
    String calendar;

    @JdbcTypeCode(SqlTypes.JSON)
    History history = new History(List.of());

    /** An object, because Hibernate Reactive stores no JSON array at the top. */
    record History(List<Clock.Move> moves) {}

    static ClockRow of(UUID id, ClockBook.Owner owner, Clock clock) {
        ClockRow row = new ClockRow();
        CaseSubject about = owner.about();
        row.id = id;
        row.caseId = about.caseId();
        row.operatorId = about.operatorId();
        row.authority = about.authority();
        row.owner = owner.id();
        row.ownerKind = owner.kind();
        row.subject = clock.subject();
        row.code = clock.code();
        return row;
    }

    void pass(Instant at) {
        passedAt = at;
        told++;
    }

    /** Shows the clock as it runs now; another last day is written down with the old one. */
    void show(Clock clock, String countedWith) {
        if (lastDay != null && !lastDay.equals(clock.lastDay())) {
            List<Clock.Move> moves = new ArrayList<>(history.moves());
            moves.add(clock.movedFrom(lastDay, basis));
            history = new History(moves);
            passedAt = null;
        }
        party = clock.by();
        lastDay = clock.lastDay();
        basis = clock.basis();
        otherwise = clock.otherwise();
        source = clock.why().source();
        verified = clock.why().verified();
        running = true;
        calendar = countedWith;
    }
}

package org.regulus.sanctions.clock.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.time.IdSource;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.clock.Clock;
import org.regulus.sanctions.clock.OrderClocks;
import org.regulus.sanctions.clock.ProceedingClocks;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.RuleBook;

/** Keeps the clocks of a case in step with its orders and proceedings: in the transaction that changes them. */
@ApplicationScoped
public class ClockBook {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2032, 1, 1);

    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final IdSource ids;
    private final String digest;

    ClockBook(RuleBook rules, RegulatorCalendar calendar, IdSource ids) {
        this.rules = rules;
        this.calendar = calendar;
        this.ids = ids;
        this.digest = digestOf(calendar);
    }

    /** What clocks are derived from. */
    record Owner(UUID id, String kind, CaseSubject about) {}

    public Uni<Void> follow(RectificationOrder order) {
        return keep(new Owner(order.id().value(), "order", order.subject()), OrderClocks.of(order, rules, calendar));
    }

    public Uni<Void> follow(PenaltyProceeding proceeding) {
        return keep(
                new Owner(proceeding.id().value(), "proceeding", proceeding.subject()),
                ProceedingClocks.of(proceeding, rules, calendar));
    }

    /**
     * One query for what was there, and the writes ride on the caller's flush. The rows are locked: what the sweep tells of one at the
     * same moment waits, or is seen here, and neither writes over the other.
     */
    private Uni<Void> keep(Owner owner, List<Clock> clocks) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from ClockRow where owner = ?1 order by id", ClockRow.class)
                .setParameter(1, owner.id())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(rows -> keep(session, owner, rows, clocks)));
    }

    private Uni<Void> keep(Mutiny.Session session, Owner owner, List<ClockRow> rows, List<Clock> clocks) {
        Map<String, ClockRow> byKey = new HashMap<>();
        rows.forEach(row -> {
            row.running = false;
            row.calendar = digest;
            row.authority = owner.about().authority();
            byKey.put(row.subject + row.code, row);
        });
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Clock clock : clocks) {
            ClockRow known = byKey.get(clock.subject() + clock.code());
            ClockRow row = known == null ? ClockRow.of(ids.next(), owner, clock) : known;
            row.show(clock, digest);
            if (known == null) {
                byKey.put(clock.subject() + clock.code(), row);
                all = all.chain(() -> session.persist(row));
            }
        }
        return all;
    }

    String calendarDigest() {
        return digest;
    }

    /** Which days are worked, as one number: a holiday file that changes a day changes it. */
    private static String digestOf(RegulatorCalendar calendar) {
        StringBuilder days = new StringBuilder();
        for (LocalDate day = FIRST_DAY; day.isBefore(LAST_DAY); day = day.plusDays(1)) {
            days.append(calendar.rollForward(day).equals(day) ? '1' : '0');
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(days.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.regulus.notification.officer.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;
import org.jboss.logging.Logger;
import org.regulus.common.actor.Actor;
import org.regulus.notification.directory.Language;
import org.regulus.notification.message.Notice;
import org.regulus.notification.officer.MailHabit;

/** What officers have said of their mail: each for oneself. */
@ApplicationScoped
class OfficerSettings {

    private static final Logger LOG = Logger.getLogger(OfficerSettings.class);

    private static final String PUT =
            """
            insert into officer_setting (authority, account, roles, mail, digest_at, quiet_from, quiet_until, zone, unwanted)
            values (?1, ?2, string_to_array(?3, ','), ?4, cast(cast(?5 as text) as time), cast(cast(?6 as text) as time),
                    cast(cast(?7 as text) as time), ?8,
                    string_to_array(?9, ','))
            on conflict (authority, account) do update set roles = excluded.roles, mail = excluded.mail,
              digest_at = excluded.digest_at, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
              zone = excluded.zone, unwanted = excluded.unwanted, seen_at = clock_timestamp()""";

    /** Asked again, the address may be another; the sequence is that of the directories and means nothing here. */
    private static final String REACHED =
            """
            insert into staff_contact (authority, recipient, email, language, sequence) values (?1, ?2, ?3, ?4, 0)
            on conflict (authority, recipient) do update set email = excluded.email, language = excluded.language""";

    private static final String GET =
            """
            update officer_setting s set roles = string_to_array(?3, ','), seen_at = clock_timestamp()
            from staff_contact c
            where s.authority = ?1 and s.account = ?2 and c.authority = s.authority and c.recipient = 'officer/' || s.account
            returning s.account, s.mail, cast(s.digest_at as text), cast(s.quiet_from as text), cast(s.quiet_until as text),
              s.zone, array_to_string(s.unwanted, ','), c.email, c.language""";

    /** What waits to go out, and was never tried: it stays in the inbox. */
    private static final String WITHDRAW =
            """
            with gone as (select id from message where authority = ?1 and recipient = ?2 and state = 'planned' and attempts = 0
                          for update),
            lines as (delete from digest_line where message_id in (select id from gone))
            delete from message where id in (select id from gone)""";

    private static final String NOW = "select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    private static final String MOVE =
            """
            update message set due_at = clock_timestamp() + make_interval(secs => cast(?3 as float8))
            where authority = ?1 and recipient = ?2 and template = ?4 and state = 'planned' and attempts = 0""";

    /** @param unwanted templates of notices that the officer wants no mail of */
    record Settings(MailHabit habit, List<String> unwanted, String email, Language language) {}

    /** Null when the officer has said nothing yet. What the token says of the roles is noted by the way. */
    Uni<Settings> get(Actor officer) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(GET, Object[].class)
                        .setParameter(1, officer.requireAuthority())
                        .setParameter(2, officer.subject())
                        .setParameter(3, String.join(",", officer.roles()))
                        .getSingleResultOrNull()
                        .map(row -> row == null
                                ? null
                                : new Settings(habit(row), split((String) row[6]), (String) row[7], Language.of((String)
                                        row[8])))));
    }

    Uni<Void> put(Actor officer, Settings settings) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> keep(session, officer, settings)
                        .chain(() -> session.createNativeQuery(REACHED)
                                .setParameter(1, officer.requireAuthority())
                                .setParameter(2, Notice.officer(officer.subject()))
                                .setParameter(3, settings.email())
                                .setParameter(4, settings.language().code())
                                .executeUpdate())
                        .chain(() -> settings.habit().mode() == MailHabit.Mode.NONE
                                ? withdraw(session, officer)
                                : move(session, officer, settings.habit())))
                .replaceWithVoid());
    }

    private static Uni<Integer> withdraw(Mutiny.Session session, Actor officer) {
        return session.createNativeQuery(WITHDRAW)
                .setParameter(1, officer.requireAuthority())
                .setParameter(2, Notice.officer(officer.subject()))
                .executeUpdate();
    }

    /** The mail of a day that was begun goes out at the new hour; at the next one allowed, if there is to be none a day any more. */
    private static Uni<Integer> move(Mutiny.Session session, Actor officer, MailHabit habit) {
        return session.createNativeQuery(NOW, Long.class)
                .getSingleResult()
                .map(Instant::ofEpochMilli)
                .map(now -> Duration.between(
                        now, habit.mode() == MailHabit.Mode.DAILY ? habit.nextDigest(now) : habit.notBefore(now)))
                .chain(pause -> session.createNativeQuery(MOVE)
                        .setParameter(1, officer.requireAuthority())
                        .setParameter(2, Notice.officer(officer.subject()))
                        .setParameter(3, pause.toMillis() / 1000.0)
                        .setParameter(4, Notice.DIGEST)
                        .executeUpdate());
    }

    private static Uni<Integer> keep(Mutiny.Session session, Actor officer, Settings settings) {
        MailHabit habit = settings.habit();
        return session.createNativeQuery(PUT)
                .setParameter(1, officer.requireAuthority())
                .setParameter(2, officer.subject())
                .setParameter(3, String.join(",", officer.roles()))
                .setParameter(4, habit.mode().word())
                .setParameter(5, text(habit.digestAt()))
                .setParameter(6, text(habit.quietFrom()))
                .setParameter(7, text(habit.quietUntil()))
                .setParameter(8, habit.zone().getId())
                .setParameter(9, String.join(",", settings.unwanted()))
                .executeUpdate();
    }

    /** Of columns 1 to 5. It is read in the transaction of events, so what one officer once said must not stop them. */
    static MailHabit habit(Object[] row) {
        try {
            return new MailHabit(
                    MailHabit.Mode.of((String) row[1]), time(row[2]), time(row[3]), time(row[4]), ZoneId.of((String)
                            row[5]));
        } catch (DateTimeException unreadable) {
            LOG.warnf("mail settings of officer %s: %s, so mails go out at once", row[0], unreadable.getMessage());
            return MailHabit.unheld(ZoneOffset.UTC);
        }
    }

    private static LocalTime time(Object column) {
        return column == null ? null : LocalTime.parse((String) column);
    }

    private static TypedParameterValue<String> text(LocalTime time) {
        return new TypedParameterValue<>(StandardBasicTypes.STRING, time == null ? null : time.toString());
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}

package org.regulus.notification.officer.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.MailPlanning;
import org.regulus.notification.message.edge.MailPlanning.To;
import org.regulus.notification.officer.MailHabit;

/**
 * Writes to officers of what their inboxes get, as each wants it, in the transaction of the event: at once, after the quiet hours, or as a
 * line in the mail of a day. What is urgent is not held. Pauses are those of the database's clock, because the business clock may jump.
 */
@ApplicationScoped
public class OfficerMail {

    /** An authority has fewer; who looks at nothing for so long may have left. */
    private static final int OFFICERS_MAX = 1_000;

    private static final int DAYS_SEEN = 90;

    private static final String WHO =
            """
            select account, mail, cast(digest_at as text), cast(quiet_from as text), cast(quiet_until as text), zone,
                   cast(extract(epoch from clock_timestamp()) * 1000 as bigint)
            from officer_setting
            where authority = ?1 and mail <> 'none' and seen_at > clock_timestamp() - make_interval(days => ?5)
              and (roles && string_to_array(?2, E'\\n') or 'officer/' || account = any(string_to_array(?2, E'\\n')))
              and not ?3 = any(unwanted)
            order by account limit ?4""";

    private final MailPlanning mails;
    private final Digests digests;

    OfficerMail(MailPlanning mails, Digests digests) {
        this.mails = mails;
        this.digests = digests;
    }

    /** @param inboxes whose inboxes got it: roles, or officers by name */
    public Uni<Void> plan(MailPlanning.About about, List<String> inboxes) {
        List<String> officers =
                inboxes.stream().filter(one -> !one.equals(Notice.OPERATOR)).toList();
        if (officers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WHO, Object[].class)
                        .setParameter(1, about.event().authority())
                        .setParameter(2, String.join("\n", officers))
                        .setParameter(3, about.notice().template())
                        .setParameter(4, OFFICERS_MAX)
                        .setParameter(5, DAYS_SEEN)
                        .getResultList())
                .chain(rows -> planEach(about, rows));
    }

    private Uni<Void> planEach(MailPlanning.About about, List<Object[]> rows) {
        List<To> alone = new ArrayList<>();
        List<To> daily = new ArrayList<>();
        for (Object[] row : rows) {
            String recipient = Notice.officer((String) row[0]);
            MailHabit habit = OfficerSettings.habit(row);
            Instant now = Instant.ofEpochMilli((Long) row[6]);
            if (about.notice().urgent()) {
                alone.add(To.now(recipient));
            } else if (habit.mode() == MailHabit.Mode.EACH) {
                alone.add(new To(recipient, Duration.between(now, habit.notBefore(now))));
            } else {
                daily.add(new To(recipient, Duration.between(now, habit.nextDigest(now))));
            }
        }
        return mails.plan(about, alone).chain(() -> digests.add(about, daily));
    }
}

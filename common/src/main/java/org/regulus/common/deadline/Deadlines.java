package org.regulus.common.deadline;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.time.IdSource;

/** Sets and cancels deadlines, in the caller's transaction. */
@ApplicationScoped
public class Deadlines {

    private final IdSource ids;

    Deadlines(IdSource ids) {
        this.ids = ids;
    }

    /** Sets a deadline, or moves the unfired one of the same kind and subject. */
    public Uni<Void> set(NewDeadline deadline) {
        return Panache.getSession().chain(session -> insert(session, deadline));
    }

    public Uni<Void> setAll(List<NewDeadline> deadlines) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        insert into deadline (id, kind, subject, case_id, due_at)
                        select * from unnest(cast(string_to_array(?1, ',') as uuid[]), string_to_array(?2, ','),
                                             cast(string_to_array(?3, ',') as uuid[]), cast(string_to_array(?4, ',') as uuid[]),
                                             cast(string_to_array(?5, ',') as timestamptz[]))
                        on conflict (kind, subject) do update set due_at = excluded.due_at, case_id = excluded.case_id,
                            fired_at = null, cancelled_at = null, attempts = 0, next_attempt_at = '-infinity'""")
                .setParameter(1, list(deadlines.stream().map(d -> ids.next())))
                .setParameter(2, list(deadlines.stream().map(NewDeadline::kind)))
                .setParameter(3, list(deadlines.stream().map(d -> d.subject())))
                .setParameter(4, list(deadlines.stream().map(d -> d.caseId())))
                .setParameter(5, list(deadlines.stream().map(d -> d.dueAt())))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The duty was met or fell away. */
    public Uni<Void> cancel(String kind, UUID subject) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        update deadline set cancelled_at = clock_timestamp()
                        where kind = ?1 and subject = ?2 and fired_at is null and cancelled_at is null""")
                .setParameter(1, kind)
                .setParameter(2, subject)
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Void> insert(Mutiny.Session session, NewDeadline deadline) {
        return session.createNativeQuery(
                        """
                        insert into deadline (id, kind, subject, case_id, due_at) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (kind, subject) do update set due_at = excluded.due_at, case_id = excluded.case_id,
                            fired_at = null, cancelled_at = null, attempts = 0, next_attempt_at = '-infinity'""")
                .setParameter(1, ids.next())
                .setParameter(2, deadline.kind())
                .setParameter(3, deadline.subject())
                .setParameter(4, deadline.caseId())
                .setParameter(5, deadline.dueAt().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** For string_to_array: the values are ids, kinds and instants, so none has a comma. */
    private static String list(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(","));
    }
}

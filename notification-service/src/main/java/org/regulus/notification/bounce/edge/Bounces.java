package org.regulus.notification.bounce.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.IdSource;
import org.regulus.notification.bounce.DeliveryReport;
import org.regulus.notification.message.edge.Outgoing;

/** Keeps what mail systems report, and marks the message when its mail will not arrive. The same report counts once. */
@ApplicationScoped
public class Bounces {

    private static final String KNOWN = "select authority from message where id = ?1 and channel = ?2 for update";

    private static final String KEEP =
            """
            with kept as (
              insert into delivery_report (id, authority, message_id, action, status, taken_at, digest)
              values (?1, ?2, ?3, ?4, ?5, ?6, sha256(?7)) on conflict (message_id, digest) do nothing returning id)
            insert into delivery_report_source (report_id, source) select id, ?7 from kept""";

    private final InstantSource clock;
    private final IdSource ids;
    private final Outgoing outgoing;

    Bounces(InstantSource clock, IdSource ids, Outgoing outgoing) {
        this.clock = clock;
        this.ids = ids;
        this.outgoing = outgoing;
    }

    /**
     * @param source that the report was read from
     * @throws Refusal NOT_FOUND {@code message.unknown} when no such message left by that channel
     */
    @WithTransaction
    public Uni<Void> take(DeliveryReport report, String channel, byte[] source) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KNOWN, String.class)
                        .setParameter(1, report.messageId())
                        .setParameter(2, channel)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .failWith(() -> Refusal.notFound("message.unknown", "We sent no such message"))
                        .chain(authority -> keep(session, authority, report, source)))
                .chain(kept -> kept > 0 ? settle(report) : Uni.createFrom().voidItem());
    }

    private Uni<Void> settle(DeliveryReport report) {
        if (report.isFinal()) {
            return outgoing.bounce(report.messageId(), report.status());
        }
        return report.action() == DeliveryReport.Action.DELIVERED
                ? outgoing.arrived(report.messageId(), report.status())
                : Uni.createFrom().voidItem();
    }

    Uni<byte[]> source(UUID report) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select source from delivery_report_source where report_id = ?1", byte[].class)
                .setParameter(1, report)
                .getSingleResult()));
    }

    private Uni<Integer> keep(Mutiny.Session session, String authority, DeliveryReport report, byte[] source) {
        return session.createNativeQuery(KEEP)
                .setParameter(1, ids.next())
                .setParameter(2, authority)
                .setParameter(3, report.messageId())
                .setParameter(4, report.action().word())
                .setParameter(5, report.status())
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(7, source)
                .executeUpdate();
    }
}

package org.regulus.common.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Runs the {@link OutboxRelay} on a thread of its own for as long as the service lives: it waits, it blocks, and no event loop and no
 * request ever waits for it. Losing the database or Kafka only pauses it. It tells whether it lives and how far behind it is: a backlog alone
 * is no reason to restart, for Kafka may be away.
 */
@Liveness
@ApplicationScoped
class RelayThread implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RelayThread.class);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);

    /** What is still to be sent: how many rows, and how long the oldest has waited. */
    record Backlog(long unsent, long oldestSeconds) {}

    private final AgroalDataSource database;
    private final RelayLimits limits;
    private final OutboxRelay relay;
    private volatile boolean stopping;
    private volatile Backlog backlog = new Backlog(0, 0);
    private Thread thread;

    RelayThread(
            AgroalDataSource database,
            Producer<String, byte[]> producer,
            RelayLimits limits,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.limits = limits;
        this.relay = new OutboxRelay(producer, limits, "/regulus/" + service);
    }

    void start(@Observes StartupEvent started) {
        if (limits.enabled()) {
            thread = new Thread(this::run, "outbox-relay");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(limits.acknowledgement().toMillis());
        }
    }

    void gauges(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("regulus.outbox.unsent", this, relay -> relay.backlog.unsent());
        meters.gauge("regulus.outbox.oldest.unsent.seconds", this, relay -> relay.backlog.oldestSeconds());
    }

    @Override
    public HealthCheckResponse call() {
        Backlog now = backlog;
        return HealthCheckResponse.named("outbox-relay")
                .status(!limits.enabled() || (thread != null && thread.isAlive()))
                .withData("unsent", now.unsent())
                .withData("oldestUnsentSeconds", now.oldestSeconds())
                .build();
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                if (relay.activate(connection)) {
                    work(connection);
                }
                TimeUnit.MILLISECONDS.sleep(limits.backoff().toMillis());
            } catch (InterruptedException asked) {
                return;
            } catch (SQLException | RuntimeException failure) {
                LOG.warnf("outbox relay: %s; starting again", failure.getMessage());
                pause();
            }
        }
    }

    private void work(Connection connection) throws SQLException, InterruptedException {
        LOG.info("outbox relay: active");
        long housekeepingAt = System.nanoTime();
        try {
            while (!stopping) {
                if (relay.relay(connection) == 0 && !relay.isPassingOver()) {
                    relay.await(connection);
                }
                if (System.nanoTime() >= housekeepingAt) {
                    backlog = count(connection);
                    relay.purge(connection);
                    housekeepingAt = System.nanoTime() + HOUSEKEEPING.toNanos();
                }
            }
        } finally {
            release(connection);
        }
    }

    /** The connection goes back to a pool, so the lock has to be given up by hand. */
    private static void release(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (PreparedStatement release = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            release.execute();
        }
    }

    private static Backlog count(Connection connection) throws SQLException {
        String sql =
                """
                select count(*), coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::bigint
                from outbox where sent_at is null""";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), row.getLong(2));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(limits.backoff().toMillis());
        } catch (InterruptedException asked) {
            stopping = true;
        }
    }
}

package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Whoever changed what was signed does not get a signature under it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class SigningIT {

    @Inject
    Database database;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Witness witness;

    @Inject
    LedgerKeys keys;

    @Inject
    MeterRegistry meters;

    private final Told told = Told.anew("MIIT");

    @Test
    void what_does_not_continue_what_was_signed_is_not_signed() throws Throwable {
        told.tell("filing.filing-submitted");
        told.awaitTimeline(1);
        String note = CheckpointIT.checkpoint(checkpoints);
        long size = Long.parseLong(note.split("\n")[1]);
        String forged = keys.sign(size, new byte[32]);
        told.tell("filing.filing-accepted");
        told.awaitTimeline(2);
        Path file = Path.of("target/witness", Witness.name(size));
        VertxContextSupport.subscribeAndAwait(() -> witness.copy());
        Files.writeString(file, forged);
        assertThat(CheckpointIT.checkpoint(checkpoints))
                .as("the witness has another")
                .isEqualTo(note);
        assertThat(meters.get("regulus.ledger.signing.refused").gauge().value()).isOne();
        Files.writeString(file, note);
        keep(size, forged, 0);
        assertThat(CheckpointIT.checkpoint(checkpoints))
                .as("another was signed")
                .isEqualTo(forged);
        keep(size, note, 1);
        assertThat(CheckpointIT.checkpoint(checkpoints)).as("one is missing").isEqualTo(note);
        keep(size, note, -1);
        assertThat(CheckpointIT.checkpoint(checkpoints)).isNotEqualTo(note);
        assertThat(meters.get("regulus.ledger.signing.refused").gauge().value()).isZero();
    }

    private void keep(long size, String note, int missing) throws SQLException {
        database.execute(
                """
                alter table ledger_checkpoint disable trigger user;
                update ledger_checkpoint set note = '%s', number = number + %d where size = %d;
                alter table ledger_checkpoint enable trigger user"""
                        .formatted(note, missing, size));
    }
}

package org.regulus.notification.ledger.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.PostOffice;
import org.regulus.notification.edge.Told;

/** Checkpoints go to where this installation cannot change them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class WitnessIT {

    @Inject
    Database database;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Witness witness;

    @Inject
    WitnessMail mail;

    private final Told told = Told.anew("MIIT");

    @BeforeEach
    void an_entry() {
        told.tell("filing.filing-submitted");
        told.awaitTimeline(1);
    }

    @Test
    void a_witness_is_given_each_checkpoint_as_a_file_also_those_it_missed() throws Throwable {
        String note = CheckpointIT.checkpoint(checkpoints);
        Path file = Path.of("target/witness", "%019d.checkpoint".formatted(Long.parseLong(note.split("\n")[1])));
        Files.deleteIfExists(file);
        VertxContextSupport.subscribeAndAwait(() -> witness.copy());
        assertThat(Files.readString(file)).isEqualTo(note);
    }

    @Test
    void a_witness_is_mailed_the_newest_checkpoint_once_also_when_it_could_not_be_reached() throws Throwable {
        String address = "witness@court.example";
        database.execute("update witness_mail set size = 0, due_at = '-infinity'");
        String note = CheckpointIT.checkpoint(checkpoints);
        VertxContextSupport.subscribeAndAwait(() -> mail.send());
        assertThat(mailed(address))
                .as("it was not reached, and is tried again soon")
                .isEqualTo("0 again");
        database.execute("update witness_mail set due_at = '-infinity'");
        try (PostOffice post = new PostOffice().start()) {
            VertxContextSupport.subscribeAndAwait(() -> mail.send());
            assertThat(mailed(address)).isEqualTo(note.split("\n")[1] + " later");
            VertxContextSupport.subscribeAndAwait(() -> mail.send());
            told.tell("filing.filing-accepted");
            told.awaitTimeline(2);
            assertThat(CheckpointIT.checkpoint(checkpoints)).isNotEqualTo(note);
            VertxContextSupport.subscribeAndAwait(() -> mail.send());
            var mails = post.to(address);
            assertThat(mails).hasSize(1);
            BodyPart attached = ((MimeMultipart) mails.get(0).getContent()).getBodyPart(1);
            assertThat(attached.getFileName()).endsWith("%s.checkpoint".formatted(note.split("\n")[1]));
            assertThat(new String(attached.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(note);
            assertThat(mailed(address)).isEqualTo(note.split("\n")[1] + " later");
        }
    }

    /** Up to which size it was mailed a checkpoint, and whether the next one is due within the lease or after the pause. */
    private String mailed(String address) throws SQLException {
        return database.text(
                """
                select size || case when due_at > clock_timestamp() + interval '30 minutes' then ' later'
                                    when due_at > clock_timestamp() then ' again' else ' now' end
                from witness_mail where recipient = '%s'"""
                        .formatted(address));
    }
}

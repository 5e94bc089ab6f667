package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.IdSource;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.evidence.edge.Evidences;

/** Senders that are answered late, or not at all: a sender is played here, while the real ones stand still. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class LateAnswerIT {

    private static final Receipt TAKEN = new Receipt(Outcome.ACCEPTED, Map.of("reply", "250 queued as 4B2F1A"));
    private static final Receipt NOBODY_KNOWS = new Receipt(Outcome.UNKNOWN, Map.of("fault", "Timeout"));

    @Inject
    Outgoing outgoing;

    @Inject
    Scheduler scheduler;

    @Inject
    InstantSource clock;

    @Inject
    IdSource ids;

    @Inject
    Outbox outbox;

    @Inject
    Evidences evidences;

    @Inject
    Database database;

    private final Told told = Told.anew(Tokens.freshAuthority());
    private UUID message;

    @BeforeEach
    void a_mail_is_in_the_hands_of_a_sender() {
        scheduler.pause();
        told.registered("zh").tell("filing.case-opened");
        claim();
        message = UUID.fromString(told.messages("id").get(0));
    }

    @AfterEach
    void go_on() {
        scheduler.resume();
    }

    @Test
    void what_is_answered_late_is_kept_and_ends_what_waits_for_another_try() {
        settle(outgoing, 1, NOBODY_KNOWS);
        claim();
        settle(outgoing, 1, new Receipt(Outcome.REFUSED, Map.of("reply", "451 later")));
        assertThat(told.messageStates()).as("in other hands").containsExactly("sending");
        settle(outgoing, 2, NOBODY_KNOWS);
        assertThat(told.messageStates()).containsExactly("planned");
        settle(outgoing, 2, TAKEN);
        assertThat(told.messageStates()).containsExactly("served");
        assertThat(kept("outcome")).containsExactly("unknown", "refused", "unknown", "accepted");
        assertThat(kept("kind")).containsExactly("mail", "mail-late", "mail", "mail-late");
        var served = TestTopics.await(Told.TOPIC, Told.SERVED, told.caseId());
        assertThat(served.tree().path("evidenceDigest").asText())
                .isEqualTo(
                        as(told.officer()).get("/evidence?subject=" + message).path("items[3].digest"));
    }

    @Test
    void where_it_is_held_what_may_have_gone_out_goes_out_no_more_and_the_officers_are_told() {
        Outgoing holding = new Outgoing(clock, ids, outbox, evidences, limitsThatHold());
        settle(holding, 1, NOBODY_KNOWS);
        assertThat(told.messageStates()).containsExactly("unknown");
        var failed = TestTopics.await(Told.TOPIC, Told.FAILED, told.caseId());
        assertThat(failed.tree().path("reason").asText()).isEqualTo("outcome-unknown");
        assertThat(await(() -> outgoing.claim(Set.of("mail")))).doesNotContain(message);
        Told.await("the officers").until(() -> as(told.officer())
                .get("/inbox")
                .jsonPath()
                .getList("items.template")
                .contains("notice-failed"));
        settle(outgoing, 1, TAKEN);
        assertThat(told.messageStates()).as("kept, though it changes nothing").containsExactly("unknown");
        assertThat(kept("outcome")).containsExactly("unknown", "accepted");
    }

    @Test
    void what_one_try_was_taken_for_is_served_though_the_next_is_refused_for_good() {
        settle(outgoing, 1, NOBODY_KNOWS);
        claim();
        settle(outgoing, 1, TAKEN);
        assertThat(told.messageStates()).as("in other hands").containsExactly("sending");
        settle(outgoing, 2, Receipt.unaddressable());
        assertThat(told.messageStates()).containsExactly("served");
        assertThat(kept("kind")).containsExactly("mail", "mail-late", "mail", "mail-reported");
        assertThat(kept("outcome")).containsExactly("unknown", "accepted", "refused", "accepted");
    }

    @Test
    void what_was_reported_as_delivered_is_served_though_its_sender_never_heard_so() throws SQLException {
        database.execute(
                """
                insert into delivery_report (id, authority, message_id, action, status, taken_at, digest)
                values ('%s', '%s', '%s', 'delivered', '2.0.0', now(), '')"""
                        .formatted(ids.next(), told.authority(), message));
        Outgoing holding = new Outgoing(clock, ids, outbox, evidences, limitsThatHold());
        settle(holding, 1, NOBODY_KNOWS);
        assertThat(told.messageStates()).containsExactly("served");
        assertThat(kept("kind")).containsExactly("mail", "mail-reported");
    }

    private void claim() {
        Told.await("claimed").until(() -> {
            await(() -> outgoing.claim(Set.of("mail")));
            return told.messageStates().equals(List.of("sending"));
        });
    }

    private void settle(Outgoing by, int attempt, Receipt receipt) {
        await(() -> by.settle(message, attempt, receipt));
    }

    private List<String> kept(String field) {
        return as(told.officer()).get("/evidence?subject=" + message).path("items." + field);
    }

    private static MessageLimits limitsThatHold() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessageLimits.class)
                .withDefaultValue("regulus.messages.unknown-outcome", "hold")
                .build()
                .getConfigMapping(MessageLimits.class);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failed) {
            throw new IllegalStateException(failed);
        }
    }
}

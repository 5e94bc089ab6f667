package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** What becomes of pushing when we are not well ourselves. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class SubscriptionFaultIT {

    private static int made = 0;

    @Inject
    SubscriptionSender sender;

    @Inject
    Scheduler scheduler;

    @Inject
    Database database;

    private final Told told = Told.anew("FLTA" + (char) ('A' + made++));
    private final Partner partner = Partner.anew();
    private Hook hook;

    @BeforeEach
    void open() throws IOException {
        hook = new Hook();
        partner.grant(told.authority());
    }

    @AfterEach
    void close() throws SQLException {
        scheduler.resume();
        database.execute("delete from subscription where partner = '%s'".formatted(partner.subject()));
        hook.close();
    }

    /** It has delivered one, was refused the next, and is never heard of again: its claim ends with the lease. */
    @Test
    void a_sender_killed_in_the_middle_of_a_batch_loses_nothing_and_repeats_only_what_it_had_not_noted()
            throws Throwable {
        String id = subscribe(partner);
        scheduler.pause();
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        UUID second = told.tell("filing.filing-submitted");
        told.awaitTimeline(2);
        hook.takes = 1;
        VertxContextSupport.subscribeAndAwait(() -> sender.deliver());
        assertThat(hook.ids()).containsExactly(first.toString(), second.toString());
        assertThat(partner.subscription(id).getInt("delivered")).isZero();
        hook.takes = Integer.MAX_VALUE;
        scheduler.resume();
        UUID third = told.tell("filing.filing-accepted");
        told.awaitTimeline(3);
        assertThat(hook.ids()).as("the lease of the dead one").hasSize(2);
        database.execute("update subscription set lease_until = '-infinity' where id = '%s'".formatted(id));
        Told.await("all").until(() -> hook.got.size() >= 5);
        assertThat(hook.ids().subList(2, 5)).containsExactly(first.toString(), second.toString(), third.toString());
        Told.await("noted").until(() -> partner.subscription(id).getInt("delivered") == 3);
        assertThat(hook.got).hasSize(5);
    }

    /** Somebody did that past the triggers; the ledger's verification names the place. */
    @Test
    void an_entry_that_was_spoilt_stops_its_own_subscription_and_no_other() throws Exception {
        Told spoilt = Told.anew("FLTB" + (char) ('A' + made));
        Partner victim = Partner.anew();
        victim.grant(spoilt.authority());
        String stopped = subscribe(victim);
        subscribe(partner);
        scheduler.pause();
        UUID first = spoilt.tell("filing.case-opened");
        spoilt.awaitTimeline(1);
        spoil(spoilt, "'x' || canonical");
        try {
            UUID event = told.tell("filing.case-opened");
            scheduler.resume();
            Told.await("the other").until(() -> hook.ids().contains(event.toString()));
            Told.await("failing").until(() -> "Unreadable"
                    .equals(victim.subscription(stopped).getString("lastFailure")));
        } finally {
            spoil(spoilt, "substr(canonical, 2)");
        }
        Told.await("goes on").until(() -> hook.ids().contains(first.toString()));
        victim.asks().delete("/subscriptions/" + stopped).then().statusCode(204);
    }

    private void spoil(Told told, String text) throws SQLException {
        database.execute(
                """
                alter table ledger_entry disable trigger user;
                update ledger_entry set canonical = %s where authority = '%s';
                alter table ledger_entry enable trigger user"""
                        .formatted(text, told.authority()));
    }

    private String subscribe(Partner partner) {
        return partner.create(Map.of("url", hook.url()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}

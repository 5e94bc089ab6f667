package org.regulus.notification.partner.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;
import org.regulus.notification.evidence.Digests;

/** What becomes of pushing when we are not well ourselves. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class SubscriptionFaultIT {

    private static int made = 0;

    @Inject
    SubscriptionSender sender;

    @Inject
    SubscriptionClaims claims;

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

    @Test
    void what_a_receiver_answered_is_kept_for_its_partner_and_whoever_runs_the_platform_and_cannot_be_changed() {
        String path = "/subscriptions/%s/evidence?limit=200".formatted(subscribe(partner));
        hook.status = 500;
        UUID event = told.tell("filing.case-opened");
        Told.await("refused").until(() -> hook.got.size() > 1);
        hook.status = 204;
        JsonPath kept = Told.await("taken")
                .until(() -> partner.asks().get(path).jsonPath(), found -> found.getList("items.outcome")
                        .contains("accepted"));
        assertThat(kept.getList("items.outcome")).startsWith("refused").endsWith("accepted");
        assertThat(kept.getList("items.eventId")).containsOnly(event.toString());
        String first = kept.getString("items[0].document");
        assertThat(Digests.sha256(first.getBytes(UTF_8))).isEqualTo(kept.getString("items[0].digest"));
        assertThat(new JsonPath(first).getString("facts.status")).isEqualTo("500");
        assertThat(new JsonPath(first).getString("postedSha256"))
                .isEqualTo(Digests.sha256(hook.got.get(0).body().getBytes(UTF_8)));
        sealed(path, kept.getList("items.digest"));
        String admin = Tokens.as("admin").roles("platform-admin").sign();
        assertThat(as(admin).get(path).<List<String>>path("items.id")).isEqualTo(kept.getList("items.id"));
        assertThat(Partner.anew().asks().get(path).<List<String>>path("items")).isEmpty();
        problem(as(told.officer()).get(path).then(), 403, "auth.forbidden");
        TokenRefusals.check(path);
        assertThatThrownBy(() -> database.execute("delete from webhook_evidence"))
                .hasMessageContaining("append-only");
    }

    /** Each digest stands in a seal, and the seal's in the ledger. */
    private void sealed(String path, List<String> digests) {
        JsonPath all = Told.await("sealed")
                .until(() -> partner.asks().get(path).jsonPath(), found -> !found.getList("items.sealId")
                        .subList(0, digests.size())
                        .contains(null));
        for (int i : new int[] {0, digests.size() - 1}) {
            String id = all.getString("items[%d].sealId".formatted(i));
            JsonPath seal = partner.asks().get("/evidence-seals/" + id).jsonPath();
            assertThat(seal.getList("digests", String.class)).contains(digests.get(i));
            var event = TestTopics.await(Told.TOPIC, EvidenceSeals.SEALED, UUID.fromString(id))
                    .tree();
            assertThat(Golden.schema(EvidenceSeals.SEALED).validate(event)).isEmpty();
            assertThat(event.path("digest").asText())
                    .isEqualTo(seal.getString("digest"))
                    .isEqualTo(EvidenceSeals.digest(seal.getList("digests", String.class)));
        }
        problem(partner.asks().get("/evidence-seals/" + Told.id()).then(), 404, "seal.unknown");
        problem(as(told.officer()).get("/evidence-seals/" + Told.id()).then(), 403, "auth.forbidden");
        TokenRefusals.check("/evidence-seals/" + Told.id());
    }

    @Test
    void to_begin_again_waits_for_what_is_on_its_way_and_is_not_undone_by_it() throws Throwable {
        Instant before = Instant.now().minusSeconds(1);
        String id = subscribe(partner);
        scheduler.pause();
        UUID first = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        var outcomes = VertxContextSupport.subscribeAndAwait(() -> sender.deliver());
        partner.replay(id, before);
        long asked = partner.subscription(id).getLong("position");
        assertThat(VertxContextSupport.subscribeAndAwait(() -> sender.deliver()))
                .as("in other hands")
                .noneMatch(other -> other.claimed().id().toString().equals(id));
        for (var outcome : outcomes) {
            VertxContextSupport.subscribeAndAwait(() -> claims.settle(outcome));
        }
        assertThat(partner.subscription(id).getLong("position")).isEqualTo(asked);
        scheduler.resume();
        Told.await("again").until(() -> hook.ids().equals(List.of(first.toString(), first.toString())));
    }

    /** Somebody did that past the triggers; the ledger's verification names the place. */
    @Test
    void an_entry_that_was_spoilt_stops_its_own_subscription_and_no_other() throws Exception {
        Told spoilt = Told.anew("FLTB" + (char) ('A' + made));
        Partner victim = Partner.anew();
        victim.grant(spoilt.authority());
        String stopped = subscribe(victim);
        String choosy = victim.create(Map.of(
                        "url",
                        hook.url(),
                        "campaigns",
                        List.of(spoilt.data("filing.case-opened")
                                .path("campaignId")
                                .asText())))
                .path("id");
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
            Told.await("failing too")
                    .until(() -> "Unreadable".equals(victim.subscription(choosy).getString("lastFailure")));
        } finally {
            spoil(spoilt, "substr(canonical, 2)");
        }
        Told.await("goes on").until(() -> hook.ids().contains(first.toString()));
        victim.asks().delete("/subscriptions/" + choosy).then().statusCode(204);
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

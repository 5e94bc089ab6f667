package org.regulus.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.regulus.campaign.client.Answer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.client.Stack.Service;
import org.regulus.campaign.play.Cast;

/** The journey: everything real, each part a process of its own. The campaigns build on each other, so they have an order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledIfSystemProperty(named = "skipITs", matches = "true", disabledReason = "-DskipITs")
class CampaignIT {

    private static final int PORT_OFFSET = 2000;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);
    private static final int PLAYED_WITHIN_SECONDS = 170;

    private static final Stack STACK = new Stack(PORT_OFFSET);
    private static final Http HTTP = new Http();

    private static RunningStack running;

    @BeforeAll
    static void start_everything() throws Exception {
        running = RunningStack.start(
                Path.of(System.getProperty("regulus.root", "../.."))
                        .toAbsolutePath()
                        .normalize(),
                PORT_OFFSET);
    }

    @AfterAll
    static void end_everything() throws Exception {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void a_campaign_is_played_to_its_last_case_though_a_service_is_killed_amid_it() throws Exception {
        int restarts = running.part("filing-service").restarts();
        Playing playing = new Playing();
        CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(playing::play);
        await().atMost(PLAYED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .until(() -> exit.isDone() || playing.text().contains(" filed, "));

        running.kill("filing-service");

        await().atMost(BACK_WITHIN).until(() -> {
            RunningStack.Part filing = running.part("filing-service");
            return filing.restarts() > restarts && filing.state().equals("ready");
        });
        assertThat(exit.get(PLAYED_WITHIN_SECONDS, TimeUnit.SECONDS))
                .as(playing.text())
                .isZero();
        assertThat(playing.text())
                .contains("campaign NS published: 30 cases opened")
                .contains("the record was computed again: the same")
                .contains("a drawn case replaced by the next ticket; computed again: the same")
                .containsPattern("inspectors of the draw replaced: [0-9]+; computed again: the same")
                .contains("an inspector falls ill; interviews moved:")
                .contains("given a new term:")
                .contains("proceedings withdrawn, for it was put right after all")
                .contains("results published by themselves:")
                .contains("closed, no-check")
                .contains("closed, rectified")
                .contains("regulus.filing.campaign-completed.v1")
                .contains("events of the longest case proven offline")
                .contains("ledger verified")
                .doesNotContain("FAULT");
    }

    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "again", matches = "true", disabledReason = "-Dagain=true; takes 90 s")
    void a_second_campaign_is_played_on_the_same_stack() {
        Playing playing = new Playing();

        int exit = playing.play();

        assertThat(exit).as(playing.text()).isZero();
        assertThat(playing.text()).contains("campaign NS2 published").contains("ledger verified");
    }

    @Test
    @Order(3)
    void a_token_of_another_realm_opens_nothing() {
        Session stranger = Session.person(HTTP, STACK, "master", "admin-cli", "admin", "regulus-local");

        for (Service service : Service.values()) {
            assertRefused(service, stranger);
        }
    }

    @Test
    @Order(4)
    void a_token_for_another_audience_opens_nothing() {
        Session stranger = systemWithoutOurAudience();

        for (Service service : Service.values()) {
            assertRefused(service, stranger);
        }
    }

    private static void assertRefused(Service service, Session stranger) {
        String path = service == Service.SANCTIONS ? "/orders" : "/cases";
        Answer answer = new Api(HTTP, STACK, service, stranger).tryGet(path);
        assertThat(answer.status()).as(service + " " + answer.body()).isEqualTo(401);
    }

    /** A client of the right realm, with a role even, but without the scope that names our audience. */
    private static Session systemWithoutOurAudience() {
        String client = "stranger-" + UUID.randomUUID();
        Session clerk = Session.system(HTTP, STACK, Cast.REALM, "regulus-demo", "regulus-demo-local");
        Map<String, Object> account = Map.of(
                "clientId",
                client,
                "secret",
                client,
                "serviceAccountsEnabled",
                true,
                "defaultClientScopes",
                List.of("basic", "roles"),
                "protocolMappers",
                List.of(Map.of(
                        "name", "role",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-hardcoded-role-mapper",
                        "config", Map.of("role", "case-officer"))));
        Answer made = HTTP.send(HttpRequest.newBuilder(STACK.accounts("/admin/realms/" + Cast.REALM + "/clients"))
                .header("authorization", "Bearer " + clerk.token())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        HTTP.json().valueToTree(account).toString())));
        assertThat(made.status()).isEqualTo(201);
        return Session.system(HTTP, STACK, Cast.REALM, client, client);
    }

    /** One run of the demonstration, and what it said so far. */
    private static final class Playing {

        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        int play() {
            String[] line = {"--operators", "30", "--port-offset", String.valueOf(PORT_OFFSET)};
            return Demo.play(line, new PrintStream(said, true, StandardCharsets.UTF_8));
        }

        String text() {
            return said.toString(StandardCharsets.UTF_8);
        }
    }
}

package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.regulus.notification.edge.Told.as;
import static org.regulus.notification.edge.Told.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class MessageIT {

    private final Told told = Told.anew("GDCA");

    @Test
    void a_message_is_shown_to_its_authority_and_its_operator_only() {
        UUID event = told.tell("filing.case-opened");
        Told.await("message").until(() -> told.messageStates().size() == 1);
        for (String token : new String[] {told.officer(), told.operator(), Tokens.officer("auditor", "GDCA")}) {
            as(token)
                    .queryParam("case", told.caseId())
                    .get("/messages")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].aboutEventId", equalTo(event.toString()))
                    .body("items[0].template", equalTo("case-opened"))
                    .body("items[0].channel", equalTo("mail"))
                    .body("items[0].authority", equalTo("GDCA"));
        }
        for (String token : new String[] {Tokens.officer("case-officer", "MIIT"), Tokens.operator(UUID.randomUUID())}) {
            as(token)
                    .queryParam("case", told.caseId())
                    .get("/messages")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void messages_come_in_pages_and_by_state() {
        told.tell("filing.case-opened");
        told.tell("filing.filing-accepted");
        Told.await("messages").until(() -> told.messageStates().size() == 2);
        String next = as(told.operator())
                .queryParam("limit", 1)
                .get("/messages")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as(told.operator())
                .queryParam("cursor", next)
                .get("/messages")
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        assertThat(as(told.operator())
                        .queryParam("state", "served")
                        .get("/messages")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("items.size()"))
                .isZero();
    }

    @Test
    void doors_stay_shut() {
        TokenRefusals.check("/messages");
        problem(as(Tokens.officer("partner", "GDCA")).get("/messages").then(), 403, "auth.forbidden");
        problem(as(Tokens.as("lost").roles("auditor").sign()).get("/messages").then(), 403, "actor.no-authority");
        problem(as(told.officer()).queryParam("limit", 0).get("/messages").then(), 422, "page.limit-out-of-range");
        problem(as(told.officer()).queryParam("cursor", "x").get("/messages").then(), 400, "page.cursor-malformed");
    }
}

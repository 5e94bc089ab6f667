package org.regulus.filing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Golden;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.TestTopics;
import org.regulus.common.testing.TokenRefusals;
import org.regulus.common.testing.Tokens;
import org.regulus.common.time.MovableClock;

/** Who has a case in hand. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AssignmentIT {

    private static final String ASSIGNED = "regulus.filing.case-assigned.v1";
    private static final String MINE = "{\"officer\": \"me\"}";

    @Inject
    MovableClock clock;

    private Stage stage;
    private String path;
    private String colleague;

    @BeforeEach
    void a_case() {
        stage = new Stage(clock).published();
        path = "/cases/" + stage.caseId(0) + "/assignment";
        colleague = "colleague@" + stage.authority;
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void an_officer_takes_a_case_gives_it_on_and_it_is_released() {
        String officer = stage.officer("case-officer");
        put(officer, MINE).then().statusCode(200).body("officer", equalTo("case-officer@" + stage.authority));
        put(officer, MINE).then().statusCode(200);
        put(officer, to(colleague)).then().statusCode(404).body("code", equalTo("officer.unknown"));
        Stage.as(colleague())
                .body("{\"name\": \"Li\"}")
                .put("/officers/me")
                .then()
                .statusCode(200);
        Stage.as(colleague())
                .body("{\"name\": \"Li Na\"}")
                .put("/officers/me")
                .then()
                .statusCode(200);
        Stage.as(stage.officer("auditor"))
                .get("/officers")
                .then()
                .body("items.name", equalTo(List.of("Li Na")))
                .body("items.account", equalTo(List.of(colleague)));
        put(stage.officer("campaign-manager"), to(colleague)).then().statusCode(200);
        Stage.as(officer)
                .header("If-Match", etag())
                .delete(path)
                .then()
                .statusCode(200)
                .body("officer", nullValue());
        TestTopics.await("regulus.filing.events", ASSIGNED, stage.caseId(0));
        org.awaitility.Awaitility.await("three, of four requests")
                .until(() -> TestTopics.count("regulus.filing.events", ASSIGNED, stage.caseId(0)) == 3);
        assertThat(TestTopics.all("regulus.filing.events", ASSIGNED, stage.caseId(0)))
                .allMatch(told -> Golden.schema(ASSIGNED).validate(told.tree()).isEmpty())
                .extracting(told -> told.tree().path("assignedTo").asText())
                .containsExactly("case-officer@" + stage.authority, colleague, "");
    }

    @Test
    void who_may_not_assign_it_cannot() {
        String tag = etag();
        Stage other = new Stage(clock);
        put(other.officer("case-officer"), tag, MINE).then().statusCode(404).body("code", equalTo("case.unknown"));
        put(stage.officer("auditor"), tag, MINE).then().statusCode(403);
        put(stage.operator(0), tag, MINE).then().statusCode(403);
        Stage.as(other.officer("auditor")).get(path).then().statusCode(404);
        Stage.as(stage.operator(0)).get(path).then().statusCode(403);
        Stage.as(other.officer("case-officer"))
                .header("If-Match", tag)
                .delete(path)
                .then()
                .statusCode(404);
        Stage.as(stage.operator(0)).get("/officers").then().statusCode(403);
        Stage.as(stage.officer("inspector"))
                .body("{\"name\": \"I\"}")
                .put("/officers/me")
                .then()
                .statusCode(403);
        put(stage.officer("case-officer"), "\"77\"", MINE).then().statusCode(412);
        put(stage.officer("case-officer"), tag, "{\"officer\": \" \"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/officer"));
        Stage.as(stage.officer("case-officer")).body(MINE).put(path).then().statusCode(428);
        TokenRefusals.check("/officers");
    }

    @Test
    void an_officer_of_another_authority_is_none_of_ours() {
        Stage other = new Stage(clock);
        Stage.as(other.officer("case-officer"))
                .body("{\"name\": \"X\"}")
                .put("/officers/me")
                .then()
                .statusCode(200);
        put(stage.officer("case-officer"), to("case-officer@" + other.authority))
                .then()
                .statusCode(404)
                .body("code", equalTo("officer.unknown"));
    }

    @Test
    void a_closed_case_is_in_nobodys_hands_any_more() {
        String closure = "{\"reason\": \"ceased-business\", \"note\": \"struck off\"}";
        Stage.as(stage.officer("case-officer"))
                .header("If-Match", etag())
                .body(closure)
                .put("/cases/" + stage.caseId(0) + "/closure")
                .then()
                .statusCode(200);
        put(stage.officer("case-officer"), MINE).then().statusCode(409).body("code", equalTo("case.move-not-allowed"));
    }

    private String colleague() {
        return Tokens.as(colleague)
                .roles("case-officer")
                .authority(stage.authority)
                .sign();
    }

    private static String to(String account) {
        return "{\"officer\": \"%s\"}".formatted(account);
    }

    private String etag() {
        return Stage.as(stage.officer("auditor")).get(path).header("ETag");
    }

    private Response put(String token, String body) {
        return put(token, etag(), body);
    }

    private Response put(String token, String tag, String body) {
        return Stage.as(token).header("If-Match", tag).body(body).put(path);
    }
}

package org.regulus.notification.timeline.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.regulus.notification.edge.Told.as;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.notification.edge.Database;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** How a list is read: what is held and what is shared, each from an index in the list's own order. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class CaseListIT {

    private static final String ID = "01976a2e-5c00-7000-8000-000000000001";

    /** What is asked for, as SQL, by its parameter, and the indexes of which it takes at least one. */
    private static final Map<Map<Integer, String>, List<String>> PLANS = Map.of(
            Map.of(), List.of("known_case_held "),
            Map.of(5, "'closed'"), List.of("known_case_held_by_phase"),
            Map.of(5, "'penalty'", 3, "'PLAN'"), List.of("known_case_held_by_phase"),
            Map.of(4, "cast(md5('1') as uuid)"), List.of("known_case_held_by_campaign"),
            Map.of(6, "'44'", 7, "'risk'"), List.of("known_case_held_by_province", "known_case_held_by_kind"),
            Map.of(8, "timestamptz '2019-08-01'"), List.of("known_case_held_by_due"),
            Map.of(10, "'officer-3'"), List.of("known_case_held_by_officer"),
            Map.of(10, "'nobody'"), List.of("known_case_held_by_nobody"),
            Map.of(9, "'PLAN-777'"), List.of("known_case_by_number"),
            Map.of(9, "'" + ID + "'"), List.of("known_case_of_its_operator"));

    @Inject
    Database database;

    /**
     * At a size at which reading all cases would be chosen only for want of an index. They are the newest ones, so that whoever goes through all of
     * them in their order meets everybody else's first.
     */
    @Test
    void each_usual_filter_is_answered_from_its_index_and_none_by_going_through_everybodys_cases() throws SQLException {
        database.execute(
                """
                insert into known_case (id, authority, operator_id, case_number, operator_name, campaign_id, phase, province, kind,
                                        next_due_at, assigned_to)
                select cast('ffffffff-' || substr(cast(gen_random_uuid() as text), 10) as uuid), case when n % 4 = 0 then 'PLAN' else 'ELSE' end,
                       gen_random_uuid(), 'PLAN-' || n, '演示 ' || n % 7, cast(md5(cast(n / 2000 as text)) as uuid),
                       case when n >= 19000 then 'penalty' when n % 3 = 0 then 'closed' else 'filed' end, cast(11 + n % 33 as text),
                       case when n % 20 = 0 then 'risk' else 'campaign' end,
                       case when n >= 19000 then timestamptz '2019-07-01' + make_interval(days => n % 90) end,
                       case when n % 100 > 3 then 'officer-' || n % 70 end
                from generate_series(1, 20000) n""");
        database.execute("vacuum analyze known_case");
        for (Map<Integer, String> asked : PLANS.keySet()) {
            String plan = database.text("explain (costs off) " + page(asked));
            assertThat(plan)
                    .as("%s", asked)
                    .doesNotContain("Seq Scan on known_case", "known_case_pkey on known_case c\n");
            assertThat(PLANS.get(asked)).as(plan).anyMatch(plan::contains);
        }
    }

    private static String page(Map<Integer, String> asked) {
        String page = CaseList.page("*")
                .replace("?12", "51")
                .replace("?11", "'" + new UUID(0, 0) + "'")
                .replace("?10", asked.getOrDefault(10, "null"));
        for (int parameter = 9; parameter >= 3; parameter--) {
            page = page.replace("?" + parameter, asked.getOrDefault(parameter, "null"));
        }
        return page.replace("?2", "'PLAN'").replace("?1", "cast(null as uuid)");
    }

    @Test
    void a_shared_case_is_found_by_what_it_is_now_and_only_as_long_as_it_is_shared() {
        Told told = Told.anew("SHRA");
        told.tell("filing.case-opened");
        told.awaitTimeline(1);
        told.tell(
                Told.id(),
                "filing.case-shared",
                told.data("filing.case-shared")
                        .set("readers", JsonNodeFactory.instance.arrayNode().add("SHRB")));
        Told reader = new Told(told.caseId(), told.operatorId(), "SHRB");
        Told.await("shared").until(() -> found(reader, "phase=filing")
                .equals(List.of(told.caseId().toString())));
        assertThat(found(reader, "authority=SHRB")).isEmpty();
        assertThat(found(reader, "authority=SHRA&kind=campaign")).hasSize(1);
        told.tell("filing.filing-submitted");
        Told.await("its next phase").until(() -> found(reader, "phase=review").size() == 1);
        assertThat(found(reader, "phase=filing")).isEmpty();
        as(reader.officer()).get("/cases/facets").then().body("facets.phase.value", equalTo(List.of("review")));
    }

    private static List<String> found(Told asker, String query) {
        return as(asker.officer())
                .get("/cases?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}

package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulus.notification.edge.Told.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;
import org.regulus.common.testing.Tokens;
import org.regulus.notification.edge.MailSettings;
import org.regulus.notification.edge.Told;

/** Events as a partner fetches them itself. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
class FeedIT {

    private final Partner who = Partner.anew();
    private final String partner = who.token();
    private final Told told = Told.anew(Tokens.freshAuthority());

    @BeforeEach
    void grant() {
        who.grant(told.authority());
    }

    @Test
    void the_feed_is_read_from_any_position_as_often_as_wanted() {
        long start =
                as(partner).queryParam("after", 0).get("/events").jsonPath().getLong("next");
        UUID first = told.tell("filing.case-opened");
        UUID hidden = told.tell("sanctions.penalty-reviewed");
        told.awaitTimeline(2);
        UUID second = told.tell("filing.case-closed");
        told.awaitTimeline(3);
        Told.await("all").until(() -> feed(start, 500).size() == 2);
        assertThat(feed(start, 500))
                .containsExactly(first.toString(), second.toString())
                .doesNotContain(hidden.toString());
        assertThat(feed(start, 500)).hasSize(2);
        assertThat(feed(start, 1)).containsExactly(first.toString());
        long next = as(partner).get("/events?limit=1&after=" + start).jsonPath().getLong("next");
        assertThat(feed(next, 1)).containsExactly(second.toString());
        assertThat(as(partner)
                        .get("/events?type=regulus.filing.case-closed.v1&after=" + start)
                        .<List<String>>path("items.event.id"))
                .containsExactly(second.toString());
        who.grant();
        assertThat(feed(start, 500)).isEmpty();
    }

    /** Most events of a case do not say of which campaign it is. */
    @Test
    void who_asks_for_a_campaign_is_told_all_that_happens_to_its_cases() {
        long start = as(partner).get("/events").jsonPath().getLong("next");
        UUID opened = told.tell("filing.case-opened");
        told.awaitTimeline(1);
        UUID noticed = told.tell("inspection.inspection-noticed");
        told.awaitTimeline(2);
        String campaign = told.data("filing.case-opened").path("campaignId").asText();
        assertThat(ofCampaign(start, campaign)).containsExactly(opened.toString(), noticed.toString());
        assertThat(ofCampaign(start, Told.id().toString())).isEmpty();
    }

    /** They come by two topics: what is told of a case before it is opened waits for that, and is not passed over. */
    @Test
    void nor_is_what_came_before_the_case_was_opened_left_out() {
        long start = as(partner).get("/events").jsonPath().getLong("next");
        UUID noticed = told.tell("inspection.inspection-noticed");
        told.awaitTimeline(1);
        String campaign = told.data("filing.case-opened").path("campaignId").asText();
        long waits = as(partner)
                .queryParams("after", start, "campaign", campaign)
                .get("/events")
                .jsonPath()
                .getLong("next");
        assertThat(ofCampaign(start, campaign)).isEmpty();
        UUID opened = told.tell("filing.case-opened");
        told.awaitTimeline(2);
        assertThat(ofCampaign(waits, campaign)).containsExactly(noticed.toString(), opened.toString());
    }

    private List<String> ofCampaign(long after, String campaign) {
        return as(partner)
                .queryParams("after", after, "campaign", campaign)
                .get("/events")
                .path("items.event.id");
    }

    private List<String> feed(long after, int limit) {
        return as(partner)
                .get("/events?limit=%d&after=%d".formatted(limit, after))
                .path("items.event.id");
    }
}

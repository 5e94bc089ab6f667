package org.regulus.filing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;

class CampaignTest {

    private static final Instant NOON = Instant.parse("2019-06-03T04:00:00Z");
    private static final Instant DUE = Instant.parse("2019-07-15T16:00:00Z");

    private static final TreeMap<String, Integer> NOTHING = new TreeMap<>();

    @ParameterizedTest(name = "{0}: revise {1}, publish {2}, correct {3}, close filing {4}, complete {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # from       | revise | publish   | correct   | close filing  | complete
            DRAFT         | DRAFT  | PUBLISHED | -         | -             | -
            PUBLISHED     | -      | -         | PUBLISHED | FILING_CLOSED | -
            FILING_CLOSED | -      | -         | -         | -             | COMPLETED
            COMPLETED     | -      | -         | -         | -             | -
            """)
    void every_move_from_every_state(
            Campaign.State from, String revise, String publish, String correct, String close, String complete) {
        Campaign campaign = new Campaign(UUID.randomUUID(), 1, from);
        check(revise, campaign::revise);
        check(publish, () -> campaign.publish(1, DUE, NOON).campaign());
        check(correct, () -> campaign.correct(1, DUE, DUE, NOON).campaign());
        check(close, () -> campaign.closeFiling(1, 0, NOON).campaign());
        check(complete, () -> campaign.complete(NOTHING, 1, NOON).campaign());
    }

    @Test
    void words_survive_the_database() {
        assertThat(Campaign.State.values())
                .allSatisfy(one -> assertThat(Campaign.State.of(one.word())).isEqualTo(one));
    }

    @Test
    void a_campaign_about_nobody_or_over_before_it_begins_is_not_published() {
        Campaign draft = Campaign.draft(UUID.randomUUID());
        refused("campaign.scope-empty", () -> draft.publish(0, DUE, NOON));
        refused("campaign.deadline-passed", () -> draft.publish(1, DUE, DUE));
    }

    @Test
    void a_correction_takes_no_time_away_and_comes_before_the_deadline() {
        Campaign published = new Campaign(UUID.randomUUID(), 1, Campaign.State.PUBLISHED);
        refused("campaign.deadline-earlier", () -> published.correct(1, DUE, DUE.minusSeconds(1), NOON));
        refused("campaign.deadline-passed", () -> published.correct(1, DUE, DUE.plusSeconds(1), DUE));
        assertThat(published.correct(1, DUE, DUE.plusSeconds(1), NOON).event().dueAt())
                .isEqualTo(DUE.plusSeconds(1));
    }

    @Test
    void nobody_is_added_when_the_filing_is_over() {
        Campaign published = new Campaign(UUID.randomUUID(), 1, Campaign.State.PUBLISHED);
        published.admit(DUE, NOON);
        refused("campaign.deadline-passed", () -> admitted(published, DUE));
        Campaign draft = Campaign.draft(UUID.randomUUID());
        refused("campaign.move-not-allowed", () -> admitted(draft, NOON));
    }

    private static Campaign admitted(Campaign campaign, Instant at) {
        campaign.admit(DUE, at);
        return campaign;
    }

    @Test
    void a_campaign_with_open_cases_is_not_complete() {
        Campaign closed = new Campaign(UUID.randomUUID(), 2, Campaign.State.FILING_CLOSED);
        var waiting = new TreeMap<>(Map.of("overdue", 3, "submitted", 1));
        refused("campaign.cases-open", () -> closed.complete(waiting, 0, NOON));
        assertThatThrownBy(() -> closed.complete(waiting, 0, NOON)).hasMessageContaining("overdue=3, submitted=1");
    }

    private static void check(String expected, Supplier<Campaign> move) {
        if (expected.equals("-")) {
            refused("campaign.move-not-allowed", move);
        } else {
            assertThat(move.get().state().name()).isEqualTo(expected);
        }
    }

    private static void refused(String code, Supplier<?> move) {
        assertThatThrownBy(move::get).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}

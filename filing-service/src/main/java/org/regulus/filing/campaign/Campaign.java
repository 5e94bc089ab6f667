package org.regulus.filing.campaign;

import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.campaign.CampaignEvent.CampaignCompleted;
import org.regulus.filing.campaign.CampaignEvent.CampaignCorrected;
import org.regulus.filing.campaign.CampaignEvent.CampaignPublished;
import org.regulus.filing.campaign.CampaignEvent.FilingClosed;

/** @param announced how many events it has announced: the sequence of the last one */
public record Campaign(UUID id, long announced, State state) {

    /** Where it stands. The order is the order of its life; there is no way back. */
    public enum State {
        DRAFT,
        PUBLISHED,
        FILING_CLOSED,
        COMPLETED;

        /** The state as it stands in the API and in the database. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** A campaign and the one event of the move that led to it. */
    public record Change<E extends CampaignEvent>(Campaign campaign, E event) {}

    public static Campaign draft(UUID id) {
        return new Campaign(id, 0, State.DRAFT);
    }

    /** Whether its content may still be changed. Not a move: nobody is told of a draft. */
    public Campaign revise() {
        from(State.DRAFT, "revise");
        return this;
    }

    /** @param cases how many cases are opened with it; a campaign about nobody is not published */
    public Change<CampaignPublished> publish(int cases, Instant dueAt, Instant at) {
        from(State.DRAFT, "publish");
        if (!at.isBefore(dueAt)) {
            throw Refusal.invalid("campaign.deadline-passed", "The filing window would be over before it begins");
        }
        if (cases == 0) {
            throw Refusal.invalid("campaign.scope-empty", "No registered operator is in its scope");
        }
        return new Change<>(in(State.PUBLISHED), new CampaignPublished(id, cases, at));
    }

    /**
     * Corrects what was published: a new version, and nobody loses time by it.
     *
     * @param correction its number
     * @throws Refusal CONFLICT {@code campaign.deadline-passed}, INVALID {@code campaign.deadline-earlier}
     */
    public Change<CampaignCorrected> correct(int correction, Instant dueBefore, Instant dueAt, Instant at) {
        from(State.PUBLISHED, "correct");
        tooLate(dueBefore, at);
        if (dueAt.isBefore(dueBefore)) {
            throw Refusal.invalid(
                    "campaign.deadline-earlier", "The deadline was " + dueBefore + "; it can only be later");
        }
        return new Change<>(in(State.PUBLISHED), new CampaignCorrected(id, correction, dueAt, at));
    }

    /**
     * Whether an operator can still be added. Not a move: its case tells of it.
     *
     * @throws Refusal CONFLICT {@code campaign.deadline-passed}
     */
    public void admit(Instant dueAt, Instant at) {
        from(State.PUBLISHED, "add an operator to");
        tooLate(dueAt, at);
    }

    private static void tooLate(Instant dueAt, Instant at) {
        if (!at.isBefore(dueAt)) {
            throw Refusal.conflict("campaign.deadline-passed", "The filing window was over at " + dueAt);
        }
    }

    public Change<FilingClosed> closeFiling(int filed, int overdue, Instant at) {
        from(State.PUBLISHED, "close the filing of");
        return new Change<>(in(State.FILING_CLOSED), new FilingClosed(id, filed, overdue, at));
    }

    /** @param open how many cases still wait, by state; a campaign with such cases is not complete */
    public Change<CampaignCompleted> complete(SortedMap<String, Integer> open, int closedCases, Instant at) {
        from(State.FILING_CLOSED, "complete");
        if (!open.isEmpty()) {
            throw Refusal.conflict("campaign.cases-open", "Cases are not decided yet: " + open);
        }
        return new Change<>(in(State.COMPLETED), new CampaignCompleted(id, closedCases, at));
    }

    private Campaign in(State next) {
        return new Campaign(id, announced + 1, next);
    }

    private void from(State needed, String move) {
        if (state != needed) {
            throw Refusal.conflict(
                    "campaign.move-not-allowed", "Cannot %s campaign %s: it is %s".formatted(move, id, state.word()));
        }
    }
}

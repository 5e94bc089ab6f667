package org.regulus.sanctions.penalty.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.regulus.common.actor.Actor;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.penalty.Court;
import org.regulus.sanctions.penalty.PenaltyProceeding.Act;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.penalty.ProposalMoves;
import org.regulus.sanctions.penalty.ProposalTerms;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.RuleBook;

/** What lies on the table in every proceeding: the law, the calendar and the clock. */
@ApplicationScoped
class Bench {

    private final RuleBook rules;
    private final RegulatorCalendar calendar;
    private final InstantSource clock;

    Bench(RuleBook rules, RegulatorCalendar calendar, InstantSource clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    RuleBook rules() {
        return rules;
    }

    RegulatorCalendar calendar() {
        return calendar;
    }

    Act act(Actor officer, Instant at) {
        return new Act(new OfficerId(officer.subject()), at);
    }

    Court court(Actor actor, Instant at) {
        return new Court(act(actor, at), rules, calendar);
    }

    /** Nobody acts: the calendar of the installation has changed. */
    Court ofCalendar() {
        return new Court(new Act(new OfficerId("calendar"), now()), rules, calendar);
    }

    Court court(OfficerId officer, Instant at) {
        return new Court(new Act(officer, at), rules, calendar);
    }

    Proposal lawful(ProposalTerms terms, Instant at, RectificationOrder order) {
        return ProposalMoves.lawful(terms, rules, calendar, at, order);
    }
}

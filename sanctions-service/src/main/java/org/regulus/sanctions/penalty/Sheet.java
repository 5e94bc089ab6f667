package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;

/**
 * One sheet in the file of a proceeding: something that happened beside the steps from the proposal to the decision, and stays. A sheet is
 * never changed or taken out.
 */
public sealed interface Sheet {

    /** The case was filed: from this day the limit of the decision runs (Art. 60). */
    record CaseFiled(LocalDate on) implements Sheet {}

    /** Its sheet says who closed it and when. @param report what was found, and how it is proved */
    record InvestigationClosed(String report) implements Sheet {}

    record DecisionExtended(LocalDate until, String reason) implements Sheet {}

    /** An officer must not act any more, for an interest of its own (Art. 43). */
    record OfficerRecused(String officer, String reason) implements Sheet {}

    record HearingRequested(LocalDate on) implements Sheet {}

    record HearingCalled(String chair, LocalDate heldOn) implements Sheet {}

    /** @param attended false: the operator stayed away, which counts as giving the hearing up */
    record HearingHeld(boolean attended, String minutes) implements Sheet {}

    /** One voice in the collective discussion (Art. 57): given by the officer itself. */
    record Voted(String officer, boolean inFavour, String reason) implements Sheet {}

    /** It was given up; what is told of it is that it was. */
    record Withdrawn(String reason) implements Sheet {}

    record Transferred(String to, String reason) implements Sheet {}

    /** The case went to another authority, and the proceeding with it. */
    record TakenOver(String from, String to) implements Sheet {}

    /** @param penalty the first number of what hits the person that it was tried on; the operator when empty */
    record ServiceFailed(ServiceMethod method, LocalDate on, String reason, Optional<Integer> penalty)
            implements Sheet {}

    /**
     * @param effectiveOn the day from which the periods of that party run
     * @param payUntil the last day to pay its fine, if it has one
     * @param penalty the first number of what hits the person that it was served on; the operator when empty
     */
    record Served(
            ServiceMethod method,
            LocalDate on,
            LocalDate effectiveOn,
            Optional<LocalDate> payUntil,
            Optional<Integer> penalty)
            implements Sheet {}

    /** A later holiday file gave more time to answer; {@code until} is the first instant after it. */
    record DefenceRecounted(LocalDate from, LocalDate to, Instant until) implements Sheet {}

    /** A later holiday file gave more time to pay. @param penalty whose time: that of a person, or the operator's when empty */
    record PaymentRecounted(LocalDate from, LocalDate to, Optional<Integer> penalty) implements Sheet {}

    /**
     * A document before or after the decision reached the operator, by way of the notification-service.
     *
     * @param defenceUntil of a prior notice: the first instant after the time to answer
     * @param penalty of a demand: what it demands, as the demand calls it
     */
    record DocumentServed(
            Paper document,
            ServiceMethod method,
            LocalDate effectiveOn,
            Optional<Instant> defenceUntil,
            Optional<Integer> penalty)
            implements Sheet {}

    /** @param penalty the number of a person's fine; the operator's own when empty: so in all sheets about one fine */
    record InstalmentsRequested(String reason, Optional<Integer> penalty) implements Sheet {}

    record InstalmentsGranted(List<Part> parts, Optional<Integer> penalty) implements Sheet {
        public InstalmentsGranted {
            parts = List.copyOf(parts);
        }
    }

    /** What is to be paid by when. */
    record Part(Money amount, LocalDate dueOn) {}

    /** @param parts how many instalments it settles */
    record PartPaid(Money amount, Money surcharge, int parts, LocalDate paidOn, Optional<Integer> penalty)
            implements Sheet {}

    /**
     * A penalty that is neither words nor a fine took effect.
     *
     * @param penalty its number in the decision
     * @param until the last day of its term, if it has one
     */
    record CarriedOut(int penalty, PenaltyKind penaltyKind, LocalDate on, Optional<LocalDate> until) implements Sheet {}

    record TermEnded(int penalty, PenaltyKind penaltyKind, LocalDate on) implements Sheet {}

    /** A person paid its fine, or the rest of it. */
    record PersonPaid(int penalty, Money amount, Money surcharge, LocalDate paidOn) implements Sheet {}

    /** @param penalty whose challenge it is: the first number of what hits a person; the operator's when empty */
    record Challenged(Challenge way, LocalDate filedOn, Optional<Integer> penalty) implements Sheet {}

    /**
     * @param amount the fine that is left to whoever challenged, when it was changed
     * @param penalty whose challenge it was
     * @param revisions what it made of each penalty that it touched
     */
    record ChallengeResolved(
            Resolution outcome,
            LocalDate resolvedOn,
            Optional<Money> amount,
            Optional<Integer> penalty,
            List<Revision> revisions)
            implements Sheet {
        public ChallengeResolved {
            // files of earlier days know only the operator's fine
            revisions = revisions == null ? List.of() : List.copyOf(revisions);
        }
    }

    /** @param penalty its number; the operator's own fine when empty */
    record Demanded(LocalDate on, Optional<Integer> penalty) implements Sheet {}

    record EnforcementRequested(LocalDate on, Optional<Integer> penalty) implements Sheet {}

    /** A slip of the pen was put right; the decision itself stays. */
    record Corrected(String text) implements Sheet {}

    record Revoked(String reason) implements Sheet {}

    record Published(LocalDate on, Optional<LocalDate> until) implements Sheet {}

    record TakenDown(LocalDate on, String reason) implements Sheet {}

    /** What is served beside the decision. */
    enum Paper {
        NOTICE,
        HEARING_NOTICE,
        DEMAND
    }

    /** How a decision reaches the operator (Art. 61; Civil Procedure Law, Art. 87 to 95). */
    enum ServiceMethod {
        IN_PERSON,
        LEFT_WITH_WITNESS,
        MAIL,
        /** Only with the operator's written consent. */
        ELECTRONIC,
        /** The last: only after another way failed. */
        PUBLIC_NOTICE
    }

    /** Whom the operator turned to. */
    enum Challenge {
        RECONSIDERATION,
        LITIGATION
    }

    /** What became of a challenge. */
    enum Resolution {
        UPHELD,
        CHANGED,
        REVOKED
    }
}

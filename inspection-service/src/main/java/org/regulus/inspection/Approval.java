package org.regulus.inspection;

import org.regulus.common.problem.Refusal;

/**
 * Whether an inspection may be carried out: one officer plans it, another approves the plan, and only then is anything told to the
 * operator (General Office of the State Council, 2024 No. 54: approval before each check).
 */
public sealed interface Approval {

    Approval NONE = new Unplanned();

    record Unplanned() implements Approval {}

    /**
     * @param by the account of the officer who planned it last
     * @param unannounced whether the operator is told at its door only
     */
    record Planned(String by, boolean unannounced) implements Approval {
        Approved approve(String other) {
            if (by.equals(other)) {
                throw Refusal.conflict("inspection.own-work", "Who planned an inspection does not approve it");
            }
            return new Approved(by, other, unannounced);
        }
    }

    record Approved(String planner, String by, boolean unannounced) implements Approval {}

    /** A changed plan is a new one, and nobody has approved it. */
    default Planned plan(String by, boolean unannounced) {
        return new Planned(by, unannounced);
    }

    /** @throws Refusal CONFLICT {@code inspection.not-approved} */
    default void required() {
        if (!(this instanceof Approved)) {
            throw Refusal.conflict("inspection.not-approved", "The plan of this inspection was not approved yet");
        }
    }

    /** @throws Refusal CONFLICT {@code inspection.without-notice}: who told the operator would undo what another has approved */
    default void announced() {
        required();
        if (this instanceof Approved approved && approved.unannounced()) {
            throw Refusal.conflict(
                    "inspection.without-notice", "It was approved to be opened without prior notice; plan it anew");
        }
    }

    /** @throws Refusal CONFLICT {@code inspection.notice-required} */
    default void withoutNotice() {
        required();
        if (this instanceof Approved approved && !approved.unannounced()) {
            throw Refusal.conflict(
                    "inspection.notice-required", "It was not approved that it is opened without prior notice");
        }
    }
}

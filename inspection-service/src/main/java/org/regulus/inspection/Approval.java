package org.regulus.inspection;

import org.regulus.common.problem.Refusal;

/**
 * Whether an inspection may be carried out: one officer plans it, another approves the plan, and only then is anything told to the
 * operator (General Office of the State Council, 2024 No. 54: approval before each check).
 */
public sealed interface Approval {

    Approval NONE = new Unplanned();

    record Unplanned() implements Approval {}

    /** @param by the account of the officer who planned it last */
    record Planned(String by) implements Approval {
        Approved approve(String other) {
            if (by.equals(other)) {
                throw Refusal.conflict("inspection.own-work", "Who planned an inspection does not approve it");
            }
            return new Approved(by, other);
        }
    }

    record Approved(String planner, String by) implements Approval {}

    /** A changed plan is a new one, and nobody has approved it. */
    default Planned plan(String by) {
        return new Planned(by);
    }

    /** @throws Refusal CONFLICT {@code inspection.not-approved} */
    default void required() {
        if (!(this instanceof Approved)) {
            throw Refusal.conflict("inspection.not-approved", "The plan of this inspection was not approved yet");
        }
    }
}

package org.regulus.sanctions.penalty;

import java.time.LocalDate;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Provision;

/**
 * What is proposed, and what the prior notice then tells the operator.
 *
 * @param provision as it stood on {@code actOn}: the law at the time of the act (Art. 37)
 * @param amount the fine; nothing for a warning
 */
public record Proposal(Provision provision, LocalDate actOn, PenaltyKind kind, Money amount, String facts) {}

package org.regulus.sanctions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.SurchargeRule;
import org.regulus.sanctions.ruleset.Validity;

/** A small rule book for the domain's tests. */
public final class Laws {

    private static final Provenance TEXT = new Provenance("the text", true);

    /** Three per cent a day, at most the fine once more. */
    public static final SurchargeRule SURCHARGE = new SurchargeRule(30, 1000, TEXT);

    /** A warning, or 5,000 to 30,000; after a refusal to rectify. */
    public static final Provision ORDER_11 = new Provision(
            "ORDER-11",
            "Order 11, Art. 22",
            new Validity(LocalDate.of(2010, 3, 1), Optional.empty()),
            Set.of(PenaltyKind.WARNING, PenaltyKind.FINE),
            yuan(5_000),
            yuan(30_000),
            true,
            TEXT);

    /** A fine already at the first breach; since 2026. */
    public static final Provision FIRST_BREACH = new Provision(
            "FIRST-BREACH",
            "Cybersecurity Law, Art. 61",
            new Validity(LocalDate.of(2026, 1, 1), Optional.empty()),
            Set.of(PenaltyKind.FINE),
            yuan(10_000),
            yuan(50_000),
            false,
            TEXT);

    public static final RuleBook BOOK = new RuleBook(
            List.of(ORDER_11, FIRST_BREACH),
            List.of(
                    new ProcedureRules(
                            "2017",
                            new Validity(LocalDate.of(2018, 1, 1), Optional.of(LocalDate.of(2021, 7, 14))),
                            new Period(3, Period.Unit.CALENDAR, TEXT),
                            new Period(15, Period.Unit.CALENDAR, TEXT),
                            SURCHARGE),
                    new ProcedureRules(
                            "2021",
                            new Validity(LocalDate.of(2021, 7, 15), Optional.empty()),
                            new Period(5, Period.Unit.WORKING, TEXT),
                            new Period(15, Period.Unit.CALENDAR, TEXT),
                            SURCHARGE)));

    private Laws() {}

    public static Money yuan(long yuan) {
        return Money.of(yuan * 100, "CNY");
    }
}

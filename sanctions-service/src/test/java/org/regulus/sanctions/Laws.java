package org.regulus.sanctions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.Discretion;
import org.regulus.sanctions.ruleset.Discretion.Effect;
import org.regulus.sanctions.ruleset.Discretion.Factor;
import org.regulus.sanctions.ruleset.FineRange;
import org.regulus.sanctions.ruleset.Gate;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.OutcomeRule;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.RuleSet;
import org.regulus.sanctions.ruleset.SurchargeRule;
import org.regulus.sanctions.ruleset.Validity;

/** A small rule book for the domain's tests. */
public final class Laws {

    private static final Provenance TEXT = new Provenance("the text", true);

    /** Three per cent a day, at most the fine once more. */
    public static final SurchargeRule SURCHARGE = new SurchargeRule(30, 1000, TEXT);

    private static final Breach DUTIES = new Breach("ORDER-11", "duties", Addressee.OPERATOR);

    /** A warning, or 5,000 to 30,000; after a refusal to rectify. */
    public static final Provision ORDER_11 = new Provision(
            "ORDER-11",
            "Order 11, Art. 22",
            new Validity(LocalDate.of(2010, 3, 1), Optional.empty()),
            DUTIES,
            Set.of(PenaltyKind.WARNING, PenaltyKind.FINE),
            FineRange.of(yuan(5_000), yuan(30_000)),
            Precondition.REFUSAL,
            TEXT);

    /** A fine already at the first breach; since 2026. */
    public static final Provision FIRST_BREACH = new Provision(
            "FIRST-BREACH",
            "Cybersecurity Law, Art. 61",
            new Validity(LocalDate.of(2026, 1, 1), Optional.empty()),
            new Breach("CSL", "duties", Addressee.OPERATOR),
            Set.of(PenaltyKind.FINE),
            FineRange.of(yuan(10_000), yuan(50_000)),
            Precondition.NONE,
            TEXT);

    /** Everything that can hit an operator; after a refusal. */
    public static final Provision GRAVE = new Provision(
            "GRAVE",
            "Cybersecurity Law, Art. 64",
            new Validity(LocalDate.of(2017, 6, 1), Optional.empty()),
            new Breach("CSL", "grave duties", Addressee.OPERATOR),
            Set.of(
                    PenaltyKind.WARNING,
                    PenaltyKind.FINE,
                    PenaltyKind.CONFISCATION,
                    PenaltyKind.SUSPENSION,
                    PenaltyKind.REVOCATION),
            FineRange.of(yuan(5_000), yuan(500_000)),
            Precondition.REFUSAL,
            TEXT);

    /** The same breach, for who is directly responsible. */
    public static final Provision GRAVE_PERSON = new Provision(
            "GRAVE-PERSON",
            "Cybersecurity Law, Art. 64",
            new Validity(LocalDate.of(2017, 6, 1), Optional.empty()),
            new Breach("CSL", "grave duties", Addressee.INDIVIDUAL),
            Set.of(PenaltyKind.FINE, PenaltyKind.OCCUPATION_BAN),
            FineRange.of(yuan(1_000), yuan(10_000)),
            Precondition.REFUSAL,
            TEXT);

    public static final Discretion DISCRETION = new Discretion(
            List.of(
                    new Factor("harm-removed", Set.of("harm-removed"), Effect.MUST_MITIGATE, TEXT),
                    new Factor("no-fault", Set.of("no-fault"), Effect.MUST_NOT_PUNISH, TEXT),
                    new Factor("first", Set.of("first-offence", "slight-harm"), Effect.MAY_NOT_PUNISH, TEXT)),
            500,
            TEXT);

    public static final RuleBook BOOK = new RuleBook(List.of(
            set("LAWS", List.of(ORDER_11, FIRST_BREACH, GRAVE, GRAVE_PERSON), null),
            set("2017", List.of(), procedure("2017", "2018-01-01", "2021-07-14", 3, Period.Unit.CALENDAR)),
            set("2021", List.of(), procedure("2021", "2021-07-15", null, 5, Period.Unit.WORKING))));

    public static RuleSet set(String id, List<Provision> provisions, ProcedureRules procedure) {
        return new RuleSet(
                id,
                1,
                RuleBook.HOME,
                new RuleSet.Title(id, id),
                new Validity(LocalDate.of(2000, 1, 1), Optional.empty()),
                provisions,
                List.of(),
                List.of(),
                Optional.ofNullable(procedure),
                RuleSet.Names.NONE);
    }

    public static ProcedureRules procedure(String id, String from, String to, int defence, Period.Unit unit) {
        return new ProcedureRules(
                id,
                RuleBook.HOME,
                new Validity(LocalDate.parse(from), Optional.ofNullable(to).map(LocalDate::parse)),
                Map.of(
                        Limit.DEFENCE,
                        limit(Limit.DEFENCE, defence, unit),
                        Limit.PAYMENT,
                        limit(Limit.PAYMENT, 15, Period.Unit.CALENDAR),
                        "hearing-notice",
                        limit("hearing-notice", 7, Period.Unit.CALENDAR),
                        "public-notice",
                        limit("public-notice", 60, Period.Unit.CALENDAR),
                        "reconsideration",
                        limit("reconsideration", 60, Period.Unit.CALENDAR),
                        "litigation",
                        limit("litigation", 6, Period.Unit.MONTHS),
                        "litigation-after-reconsideration",
                        limit("litigation-after-reconsideration", 15, Period.Unit.CALENDAR),
                        "demand",
                        limit("demand", 10, Period.Unit.WORKING),
                        "court-enforcement",
                        limit("court-enforcement", 3, Period.Unit.MONTHS),
                        "decision",
                        limit("decision", 90, Period.Unit.CALENDAR)),
                List.of(
                        new Gate(Gate.LEGAL_REVIEW, true, Optional.empty(), Set.of(), Set.of(), TEXT),
                        new Gate(Gate.HEARING, false, Optional.of(yuan(10_000)), Set.of(), Set.of(), TEXT),
                        new Gate(
                                Gate.COLLECTIVE_DISCUSSION,
                                false,
                                Optional.of(yuan(20_000)),
                                Set.of(),
                                Set.of("complex"),
                                TEXT),
                        new Gate(Gate.PUBLICATION, false, Optional.of(yuan(10_000)), Set.of(), Set.of(), TEXT)),
                DISCRETION,
                SURCHARGE,
                List.of(
                        new OutcomeRule("fine", "sanction", "罚款", "fine", TEXT),
                        new OutcomeRule("warning", "sanction", "警告", "warning", TEXT),
                        new OutcomeRule("other-penalty", "sanction", "其他行政处罚", "other penalty", TEXT),
                        new OutcomeRule("no-penalty", "sanction", "不予处罚", "no penalty", TEXT)),
                List.of(new Principle(Principle.NEVER_WORSE, "某法第一条", TEXT)));
    }

    public static Limit limit(String code, int length, Period.Unit unit) {
        return new Limit(code, new Period(length, unit, TEXT), "noticed", "operator", "it goes on");
    }

    /** A provision like that one, with other dates and range. */
    public static Provision version(Provision like, String id, String from, String to, FineRange fine) {
        return new Provision(
                id,
                like.article(),
                new Validity(LocalDate.parse(from), Optional.ofNullable(to).map(LocalDate::parse)),
                like.breach(),
                like.kinds(),
                fine,
                like.precondition(),
                TEXT);
    }

    private Laws() {}

    public static Money yuan(long yuan) {
        return Money.of(yuan * 100, "CNY");
    }
}

package org.regulus.sanctions.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regulus.sanctions.Chinese;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.document.Draft.Addressee;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Principle;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.RuleSet;

/** What a document says in its own language: no code of this system, and the law that was in force on the day of each step. */
public final class Wording {

    private final boolean chinese;
    private final RuleBook rules;
    private final RegulatorCalendar calendar;

    public Wording(String language, RuleBook rules, RegulatorCalendar calendar) {
        this.chinese = "zh".equals(language);
        this.rules = rules;
        this.calendar = calendar;
    }

    /** What a document about that order says, beside what {@link DocumentFacts} takes from it. */
    public Map<String, String> of(RectificationOrder order) {
        Map<String, String> facts = new LinkedHashMap<>();
        LocalDate on = calendar.dateOf(order.orderedAt());
        facts.put("orderLaw", principle(rules.procedureOn(on), Principle.RECTIFICATION));
        facts.put("measures", order.items().stream().map(this::measure).collect(Collectors.joining("\n")));
        return facts;
    }

    /** Whom it is for. */
    public Map<String, String> recipient(Optional<String> name, UUID operatorId) {
        return Map.of("recipient", name.orElseGet(() -> (chinese ? "运营者 " : "operator ") + operatorId));
    }

    private String measure(OrderItem item) {
        String due = item.daysFromService()
                .map(days -> chinese ? "自收到之日起%d日内".formatted(days) : "within %d days of receipt".formatted(days))
                .orElseGet(() -> chinese ? "限于%s前".formatted(day(item.dueOn())) : "by " + day(item.dueOn()));
        return chinese ? "%s（%s）".formatted(item.measure(), due) : "%s (%s)".formatted(item.measure(), due);
    }

    public Map<String, String> of(DocumentKind kind, PenaltyProceeding it, Map<String, String> known) {
        return of(kind, it, Addressee.OPERATOR, known);
    }

    /** @param known what {@link DocumentFacts} took from it: days that are there are written out */
    public Map<String, String> of(
            DocumentKind kind, PenaltyProceeding it, Addressee addressee, Map<String, String> known) {
        Map<String, String> facts = new LinkedHashMap<>();
        Provision law = it.proposal().provision();
        facts.put("provision", chinese ? rules.articleInChinese(law) : law.article());
        RuleSet.Title conduct = rules.conductNamed(law.breach().conduct());
        facts.put("conduct", chinese ? conduct.zh() : conduct.en());
        switch (kind) {
            case NOTICE -> notice(it, known, facts);
            case HEARING_NOTICE -> facts.put("hearingOn", day(LocalDate.parse(known.get(DocumentFacts.HELD_ON))));
            case DECISION -> decision(it.decision().orElseThrow(), addressee.person(), facts);
            case DEMAND -> demand(it, addressee, facts);
            case ORDER -> throw new IllegalStateException("An order is about no proceeding");
        }
        return facts;
    }

    private void notice(PenaltyProceeding it, Map<String, String> known, Map<String, String> facts) {
        LocalDate until = LocalDate.parse(known.get("answerUntil"));
        facts.put("intended", penalties(it.proposal().penalties().standing()));
        facts.put("until", day(until));
        facts.put("noticeLaw", principle(rules.procedureOn(until), Principle.PRIOR_NOTICE));
    }

    /** The operator reads all that was decided, a person what hits itself. */
    private void decision(Decision decision, Optional<String> person, Map<String, String> facts) {
        LocalDate on = calendar.dateOf(decision.at());
        ProcedureRules by = rules.procedureOn(on);
        List<Penalty> imposed = decision.penalties().standing().stream()
                .filter(penalty -> person.isEmpty() || penalty.person().equals(person))
                .toList();
        boolean fined = imposed.stream().anyMatch(Penalty::isFine);
        facts.put("imposed", penalties(imposed));
        facts.put(
                "paying",
                decision.payUntil()
                        .filter(until -> fined)
                        .map(until -> paying(until, by))
                        .orElse(""));
        facts.put(
                "challenging",
                chinese
                        ? "如不服本决定，可以自收到本决定书之日起%s内申请行政复议，或者%s内提起行政诉讼。"
                                .formatted(period(by, "reconsideration"), period(by, "litigation"))
                        : "Within %s of receipt you may ask for reconsideration, or within %s go to court."
                                .formatted(period(by, "reconsideration"), period(by, "litigation")));
        facts.put("why", decision.explanation().stream().map(this::reason).collect(Collectors.joining("\n")));
    }

    private String paying(LocalDate until, ProcedureRules by) {
        int perMille = by.surcharge().perMille();
        String rate = perMille % 10 == 0 ? String.valueOf(perMille / 10) : String.valueOf(perMille / 10.0);
        return chinese
                ? "罚款应当于%s前缴纳（期限自送达之日起计算）。逾期不缴纳的，每日按罚款数额的%s%%加处罚款，加处罚款的数额不超出罚款的数额。".formatted(day(until), rate)
                : ("A fine is payable until %s (counted from service). Each day of late payment costs %s per cent of it on top,"
                                + " at most the fine once more.")
                        .formatted(day(until), rate);
    }

    private void demand(PenaltyProceeding it, Addressee addressee, Map<String, String> facts) {
        Sheet.Demanded demanded = DocumentFacts.demanded(it, addressee);
        Decision decision = it.decision().orElseThrow();
        int number =
                demanded.penalty().or(decision.penalties()::ownFine).orElseThrow(() -> DocumentFacts.notYet("demand"));
        Penalty duty = decision.penalties().number(number).orElseThrow();
        facts.put("performing", penalties(List.of(duty)));
        Optional<LocalDate> until = decision.penalties()
                .partyOf(number)
                .flatMap(it.dossier()::payUntil)
                .or(decision::payUntil);
        facts.put(
                "paidUntil",
                until.filter(day -> duty.isFine()).map(this::payable).orElse(""));
        facts.put("demandedDay", day(demanded.on()));
        facts.put("within", period(rules.procedureOn(demanded.on()), "demand"));
    }

    private String payable(LocalDate until) {
        return chinese ? "（缴款期限：%s）".formatted(day(until)) : " (payable until %s)".formatted(day(until));
    }

    private String penalties(List<Penalty> imposed) {
        if (imposed.isEmpty()) {
            return chinese ? "不予行政处罚" : "no penalty";
        }
        return imposed.stream()
                .map(penalty -> chinese ? PenaltyNames.zh(penalty) : PenaltyNames.en(penalty))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    /** What nobody held against the text of the law says so on paper, too. */
    private String reason(Step step) {
        boolean verified = step.source().verified();
        return chinese
                ? step.zh() + (verified ? "" : "［依据待核对］")
                : "%s [%s%s]".formatted(step.says(), step.source().source(), verified ? "" : "; unverified");
    }

    private String principle(ProcedureRules by, String code) {
        Principle principle = by.principle(code);
        String cited = chinese ? principle.zh() : principle.provenance().source();
        if (principle.provenance().verified()) {
            return cited;
        }
        return cited + (chinese ? "（依据待核对）" : " (unverified)");
    }

    private String period(ProcedureRules by, String limit) {
        Optional<Period> period = by.limit(limit).map(known -> known.period());
        return period.map(known -> chinese ? known.zh() : known.en()).orElse(chinese ? "法定期限" : "the lawful time");
    }

    private String day(LocalDate day) {
        return chinese ? Chinese.day(day) : day.toString();
    }
}

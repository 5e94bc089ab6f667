package org.regulus.sanctions.document;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.RegulatorCalendar;
import org.regulus.sanctions.document.Draft.Addressee;
import org.regulus.sanctions.penalty.Decision;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.penalty.PenaltyProceeding;
import org.regulus.sanctions.penalty.ProceedingState.Answering;
import org.regulus.sanctions.penalty.ProceedingState.HearingCalled;
import org.regulus.sanctions.penalty.Proposal;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** What a document says, taken from the case at the moment it is made. A document whose moment has not come is refused. */
public final class DocumentFacts {

    public static final String NOT_YET = "document.not-yet";
    public static final String HELD_ON = "heldOn";

    private DocumentFacts() {}

    public static Map<String, String> of(RectificationOrder order) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("authority", order.subject().authority());
        facts.put("orderNumber", order.number().toString());
        facts.put(
                "items",
                order.items().stream()
                        .map(item -> "%s (%s)".formatted(item.measure(), due(item)))
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private static String due(OrderItem item) {
        return item.daysFromService()
                .map(days -> "自收到之日起%1$d日内 / within %1$d days of receipt".formatted(days))
                .orElseGet(() -> item.dueOn().toString());
    }

    public static Map<String, String> of(DocumentKind kind, PenaltyProceeding it, RegulatorCalendar calendar) {
        return of(kind, it, Addressee.OPERATOR, calendar);
    }

    /**
     * Whom a document is for, and of which penalty.
     *
     * @param penalty a number; of a demand the last one when absent
     * @throws Refusal CONFLICT {@code document.not-yet}, INVALID {@code proceeding.penalty-unknown}
     */
    public static Addressee addressee(DocumentKind kind, PenaltyProceeding it, Optional<Integer> penalty) {
        if (kind != DocumentKind.DEMAND && kind != DocumentKind.DECISION) {
            return Addressee.OPERATOR;
        }
        Penalties penalties =
                it.decision().orElseThrow(() -> notYet(kind.code())).penalties();
        Optional<Integer> number = kind == DocumentKind.DEMAND
                ? Optional.of(penalty.orElseGet(() -> last(it, Sheet.Demanded.class, "demand")
                        .penalty()
                        .or(penalties::ownFine)
                        .orElseThrow(() -> notYet("demand"))))
                : penalty;
        number.filter(one -> penalties.number(one).isEmpty()).ifPresent(one -> {
            throw Penalties.unknown(one);
        });
        Optional<Integer> person = number.flatMap(penalties::partyOf);
        return new Addressee(
                kind == DocumentKind.DEMAND ? number : person,
                number.flatMap(penalties::number).flatMap(Penalty::person));
    }

    /** @throws Refusal CONFLICT {@code document.not-yet} */
    public static Map<String, String> of(
            DocumentKind kind, PenaltyProceeding it, Addressee addressee, RegulatorCalendar calendar) {
        Map<String, String> facts = new LinkedHashMap<>();
        Proposal proposal = it.proposal();
        facts.put("authority", it.subject().authority());
        facts.put("article", proposal.provision().article());
        facts.put("facts", proposal.facts());
        facts.put(
                "penalty",
                inWords(
                        proposal.penalties(),
                        proposal.amount().minor() == 0
                                ? proposal.kind().code()
                                : proposal.amount().toString()));
        switch (kind) {
            case NOTICE -> facts.put("answerUntil", answerUntil(it, calendar).toString());
            case HEARING_NOTICE -> hearing(it, facts);
            case DECISION -> decision(it, facts);
            case DEMAND -> demand(it, addressee, facts);
            case ORDER -> throw new IllegalStateException("An order is about no proceeding");
        }
        return facts;
    }

    private static LocalDate answerUntil(PenaltyProceeding it, RegulatorCalendar calendar) {
        if (it.state() instanceof Answering answering) {
            return calendar.dateOf(answering.defenceUntil().minusNanos(1));
        }
        throw notYet("notice");
    }

    /** Only while the hearing is ahead. */
    private static void hearing(PenaltyProceeding it, Map<String, String> facts) {
        if (!(it.state() instanceof HearingCalled)) {
            throw notYet("hearing notice");
        }
        Sheet.HearingCalled called = last(it, Sheet.HearingCalled.class, "hearing notice");
        facts.put(HELD_ON, called.heldOn().toString());
        facts.put("chair", called.chair());
    }

    private static void decision(PenaltyProceeding it, Map<String, String> facts) {
        Decision decision = it.decision().orElseThrow(() -> notYet("decision"));
        facts.put("outcome", inWords(decision.penalties(), decision.outcome().code()));
        facts.put("amount", decision.amount().toString());
        facts.put("payUntil", decision.payUntil().map(LocalDate::toString).orElse("-"));
        facts.put(
                "reasons",
                decision.explanation().stream()
                        .map(step ->
                                "%s [%s]".formatted(step.says(), step.source().source()))
                        .collect(Collectors.joining("\n")));
    }

    /** The last one: of what is named, or of all. */
    static Sheet.Demanded demanded(PenaltyProceeding it, Addressee addressee) {
        return addressee
                .penalty()
                .map(number -> it.dossier()
                        .lastDemand(it.decision().orElseThrow().penalties().name(number))
                        .orElseThrow(() -> notYet("demand")))
                .orElseGet(() -> last(it, Sheet.Demanded.class, "demand"));
    }

    private static void demand(PenaltyProceeding it, Addressee addressee, Map<String, String> facts) {
        Sheet.Demanded demanded = demanded(it, addressee);
        Decision decision = it.decision().orElseThrow(() -> notYet("demand"));
        Optional<Penalty> named = demanded.penalty().flatMap(decision.penalties()::number);
        facts.put("amount", named.map(Penalty::toString).orElseGet(() -> decision.amount()
                .toString()));
        facts.put("payUntil", decision.payUntil().map(LocalDate::toString).orElse("-"));
        facts.put("duty", named.map(Penalty::toString).orElseGet(() -> "fine " + decision.amount()));
        facts.put("demandedOn", demanded.on().toString());
    }

    private static <S extends Sheet> S last(PenaltyProceeding it, Class<S> sheet, String document) {
        Dossier dossier = it.dossier();
        Optional<S> last = dossier.last(sheet);
        return last.orElseThrow(() -> notYet(document));
    }

    /** A fine by its sum and a warning by its name, as ever; several penalties, or others, in full. */
    private static String inWords(Penalties imposed, String alone) {
        boolean plain = imposed.all().size() <= 1
                && imposed.kinds().stream().allMatch(kind -> kind == PenaltyKind.FINE || kind == PenaltyKind.WARNING);
        return plain ? alone : imposed.toString();
    }

    static Refusal notYet(String document) {
        return Refusal.conflict(NOT_YET, "The case is not where its %s is written".formatted(document));
    }
}

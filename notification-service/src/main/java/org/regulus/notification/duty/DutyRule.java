package org.regulus.notification.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one kind of duty begins and ends.
 *
 * @param by the field that tells duties of this kind in one case apart; null when a case has only one
 * @param opens by event type, the field that says when it is due
 * @param moves by event type, the field that says when it is due from now on
 * @param met events after which it is done with
 * @param reopened events after which it is to be done after all
 * @param distances days before the last day on which its operator is reminded (after it, when negative)
 * @param reduced by event type, the list of what became of each penalty of the decision: a fine of which nothing is left is no duty any more
 * @param byCampaign whether the plan of the case's campaign takes the place of the distances
 */
public record DutyRule(
        String kind,
        String by,
        Map<String, String> opens,
        Map<String, String> moves,
        List<String> met,
        List<String> reopened,
        Map<String, String> reduced,
        List<Integer> distances,
        boolean byCampaign,
        String without) {

    public enum Step {
        OPENED,
        MOVED,
        MET,
        REOPENED,
        REDUCED
    }

    public DutyRule {
        reduced = reduced == null ? Map.of() : reduced;
    }

    public Optional<Step> step(String type) {
        if (opens.containsKey(type)) {
            return Optional.of(Step.OPENED);
        }
        if (moves.containsKey(type)) {
            return Optional.of(Step.MOVED);
        }
        if (met.contains(type)) {
            return Optional.of(Step.MET);
        }
        if (reopened.contains(type)) {
            return Optional.of(Step.REOPENED);
        }
        return reduced.containsKey(type) ? Optional.of(Step.REDUCED) : Optional.empty();
    }

    /** Whether an event with these fields is about somebody else's duty: a person's instalments do not move the operator's payment. */
    public boolean excepts(Predicate<String> hasField) {
        return without != null && hasField.test(without);
    }

    /** The field of that event that says when the duty is due. */
    public String dueField(String type) {
        return opens.getOrDefault(type, moves.get(type));
    }

    /**
     * Everything that is wrong with this rule.
     *
     * @param fieldsOf the fields that an event of a type can have; none when there is no such event
     */
    public List<String> flaws(Function<String, Set<String>> fieldsOf) {
        List<String> flaws = new ArrayList<>();
        Stream.of(opens, moves, reduced)
                .flatMap(one -> one.entrySet().stream())
                .filter(one -> !fieldsOf.apply(one.getKey()).contains(one.getValue()))
                .forEach(one -> flaws.add("%s: %s has no %s".formatted(kind, one.getKey(), one.getValue())));
        Stream.of(opens, moves)
                .flatMap(one -> one.keySet().stream())
                .filter(type -> by != null && !fieldsOf.apply(type).contains(by))
                .forEach(type -> flaws.add("%s: %s has no %s".formatted(kind, type, by)));
        Stream.concat(met.stream(), reopened.stream())
                .filter(type -> fieldsOf.apply(type).isEmpty())
                .forEach(type -> flaws.add("%s: there is no event %s".formatted(kind, type)));
        return flaws;
    }
}

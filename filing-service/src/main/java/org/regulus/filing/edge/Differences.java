package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.regulus.filing.edge.FilingContent.AnswerTo;
import org.regulus.filing.edge.FilingContent.SystemOf;

/** What changed from one submission to another: systems by their names, answers by what they answer. */
record Differences(int from, int to, List<Difference<SystemOf>> systems, List<Difference<AnswerTo>> answers) {

    /** Without a before it was added, without an after removed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference<T>(T before, T after) {}

    static Differences of(int from, FilingContent before, int to, FilingContent after) {
        return new Differences(
                from,
                to,
                between(before.systems(), after.systems(), SystemOf::name),
                between(before.answers(), after.answers(), AnswerTo::question));
    }

    private static <T> List<Difference<T>> between(List<T> before, List<T> after, Function<T, Object> key) {
        Map<Object, T> left = new LinkedHashMap<>();
        before.forEach(one -> left.put(key.apply(one), one));
        List<Difference<T>> differences = new ArrayList<>();
        for (T one : after) {
            T former = left.remove(key.apply(one));
            if (!one.equals(former)) {
                differences.add(new Difference<>(former, one));
            }
        }
        left.values().forEach(gone -> differences.add(new Difference<>(gone, null)));
        return differences;
    }
}

package org.regulus.sanctions.assessment.edge;

import java.util.List;
import org.regulus.sanctions.assessment.Step;
import org.regulus.sanctions.ruleset.Provenance;

/** A step of an explanation, as the API shows it and as it is kept with a decision. */
public record StepView(String code, String says, String zh, String source, boolean verified) {

    public static StepView of(Step step) {
        return new StepView(
                step.code(),
                step.says(),
                step.zh(),
                step.source().source(),
                step.source().verified());
    }

    public static List<StepView> of(List<Step> steps) {
        return steps.stream().map(StepView::of).toList();
    }

    public Step toDomain() {
        // what was kept before has no Chinese
        return new Step(code, says, zh == null ? says : zh, new Provenance(source, verified));
    }
}

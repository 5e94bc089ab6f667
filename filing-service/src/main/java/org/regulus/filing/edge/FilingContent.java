package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Answer;
import org.regulus.filing.questionnaire.AnswerReview;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.RiskScore;
import org.regulus.filing.questionnaire.SystemFacts;
import org.regulus.filing.registry.RegistryEntry;

/** What an operator reports: its systems, and its answers to the campaign's questionnaire. A draft may be unfinished. */
record FilingContent(
        @NotNull @Size(max = AnswerReview.MOST_SYSTEMS) List<@NotNull @Valid SystemOf> systems,
        @NotNull @Size(max = AnswerReview.MOST_ANSWERS) List<@NotNull @Valid AnswerTo> answers) {

    static final int LONGEST_NAME = 200;
    static final int MOST_PROOFS = 20;

    record SystemOf(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotBlank String kind,
            @Min(1) @Max(5) int protectionLevel) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerTo(
            @NotBlank @Size(max = 64) String item,
            @Size(max = LONGEST_NAME) String system,
            @Size(max = 4000) String answer,
            @Size(max = 2000) String reason,
            @Size(max = MOST_PROOFS) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {}

    List<Flaw> flaws(Questionnaire questionnaire) {
        return AnswerReview.flaws(questionnaire, RegistryEntry.SYSTEM_KINDS, facts(), given());
    }

    RiskScore score(Questionnaire questionnaire) {
        return RiskScore.of(questionnaire, facts(), given());
    }

    private List<SystemFacts> facts() {
        return systems.stream()
                .map(system -> new SystemFacts(system.name(), system.kind(), system.protectionLevel()))
                .toList();
    }

    private List<Answer> given() {
        return answers.stream()
                .map(to -> new Answer(to.item(), to.system(), to.answer(), to.reason(), to.evidence()))
                .toList();
    }
}

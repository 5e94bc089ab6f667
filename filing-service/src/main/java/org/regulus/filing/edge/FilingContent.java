package org.regulus.filing.edge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.questionnaire.Answer;
import org.regulus.filing.questionnaire.AnswerReview;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.RemarkReview;
import org.regulus.filing.questionnaire.RiskScore;
import org.regulus.filing.questionnaire.SystemFacts;
import org.regulus.filing.registry.RegistryEntry;

/** What an operator reports: its systems, and its answers to the campaign's questionnaire. A draft may be unfinished. */
record FilingContent(
        @NotNull @Size(max = AnswerReview.MOST_SYSTEMS) List<@NotNull @Valid SystemOf> systems,
        @NotNull @Size(max = AnswerReview.MOST_ANSWERS) List<@NotNull @Valid AnswerTo> answers) {

    static final int LONGEST_NAME = 200;
    static final int MOST_PROOFS = 20;

    /**
     * One system of the operator's inventory.
     *
     * @param users how many, about
     * @param data the classes of data that it processes (DSL Art. 21, PIPL Art. 28)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SystemOf(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotBlank String kind,
            @Min(1) @Max(5) int protectionLevel,
            @PositiveOrZero Long users,
            @Pattern(regexp = "own|hosted|cloud") String hosting,
            @Pattern(regexp = "internet|partners|internal") String exposure,
            @Size(max = 5)
                    List<@NotNull @Pattern(regexp = "personal|sensitive-personal|important|core|none") String> data) {}

    /** Some of a draft: null for what stays as it is. */
    record Part(
            @Size(max = AnswerReview.MOST_SYSTEMS) List<@NotNull @Valid SystemOf> systems,
            @Size(max = AnswerReview.MOST_ANSWERS) List<@NotNull @Valid AnswerTo> answers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerTo(
            @NotBlank @Size(max = 64) String item,
            @Size(max = LONGEST_NAME) String system,
            @Size(max = 4000) String answer,
            @Size(max = 2000) String reason,
            @Size(max = MOST_PROOFS) List<@NotNull @Pattern(regexp = "[0-9a-f]{64}") String> evidence) {

        /** What it answers: the item, and the system where it is asked of one. */
        List<String> question() {
            return Arrays.asList(item, system);
        }

        @JsonIgnore
        boolean isEmpty() {
            return answer == null && (evidence == null || evidence.isEmpty());
        }
    }

    /**
     * This draft with some of it saved anew.
     *
     * @param newSystems null to leave the systems as they are
     * @param newAnswers each takes the place of the one to the same question; one without an answer and without a proof removes it
     */
    FilingContent with(List<SystemOf> newSystems, List<AnswerTo> newAnswers) {
        Map<List<String>, AnswerTo> merged = new LinkedHashMap<>();
        answers.forEach(answer -> merged.put(answer.question(), answer));
        for (AnswerTo answer : newAnswers) {
            if (answer.isEmpty()) {
                merged.remove(answer.question());
            } else {
                merged.put(answer.question(), answer);
            }
        }
        if (merged.size() > AnswerReview.MOST_ANSWERS) {
            throw Refusal.invalid("filing.answers-count", "At most %d answers".formatted(AnswerReview.MOST_ANSWERS));
        }
        return new FilingContent(newSystems == null ? systems : newSystems, List.copyOf(merged.values()));
    }

    List<Flaw> flaws(Questionnaire questionnaire) {
        return AnswerReview.flaws(questionnaire, RegistryEntry.SYSTEM_KINDS, facts(), given());
    }

    /** What is wrong with remarks on this content. */
    List<Flaw> flaws(Questionnaire questionnaire, List<RemarkReview.Subject> remarks) {
        return RemarkReview.flaws(questionnaire, facts(), given(), remarks);
    }

    /** @param system null for the operator as a whole */
    Optional<AnswerTo> answer(String item, String system) {
        List<String> question = Arrays.asList(item, system);
        return answers.stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst();
    }

    Set<String> proofs() {
        return answers.stream()
                .filter(answer -> answer.evidence() != null)
                .flatMap(answer -> answer.evidence().stream())
                .collect(Collectors.toSet());
    }

    /** @param held digests of the case's proofs */
    List<Flaw> missing(Set<String> held) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            List<String> named = answers.get(i).evidence() == null
                    ? List.of()
                    : answers.get(i).evidence();
            for (int j = 0; j < named.size(); j++) {
                if (!held.contains(named.get(j))) {
                    flaws.add(new Flaw(
                            "/answers/%d/evidence/%d".formatted(i, j),
                            "filing.evidence-unknown",
                            "No such file was uploaded in this case"));
                }
            }
        }
        return flaws;
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

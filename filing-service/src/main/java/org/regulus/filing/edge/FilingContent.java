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
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.FilingReview;
import org.regulus.filing.registry.RegistryEntry;

/** What an operator reports: its systems, and its answers to the campaign's questionnaire. */
record FilingContent(
        @NotNull @Size(max = FilingReview.MOST_SYSTEMS) List<@NotNull @Valid SystemOf> systems,
        @NotNull @Size(max = 1000) List<@NotNull @Valid AnswerTo> answers) {

    record SystemOf(
            @NotBlank @Size(max = 200) String name, @NotBlank String kind, @Min(1) @Max(5) int protectionLevel) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnswerTo(
            @NotBlank @Size(max = 40) String item,
            @NotNull @Pattern(regexp = "yes|partly|no|not-applicable") String answer,
            @Size(max = 2000) String reason) {}

    List<Flaw> flaws(List<String> items) {
        Set<String> kinds = RegistryEntry.SYSTEM_KINDS;
        return FilingReview.flaws(
                items,
                kinds,
                systems.stream()
                        .map(system ->
                                new FilingReview.SystemFacts(system.name(), system.kind(), system.protectionLevel()))
                        .toList(),
                answers.stream()
                        .map(answer -> new FilingReview.Answer(answer.item(), answer.answer(), answer.reason()))
                        .toList());
    }
}

package org.regulus.filing.campaign.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.time.Zones;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.QuestionnaireCheck;
import org.regulus.filing.registry.RegistryEntry;

/**
 * What a campaign says: to whom, on what basis, what to answer, and when. Dates are days in the authority's zone; the last one counts
 * whole.
 */
record CampaignContent(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9]{1,11}") String code,
        @NotNull @Valid Text titles,
        @NotBlank @Size(max = 100) String ruleSet,
        @NotBlank @Size(max = 2000) String legalBasis,
        @NotNull @Valid ScopeOf scope,
        @NotNull Questionnaire questionnaire,
        @NotNull LocalDate filingOpensOn,
        @NotNull LocalDate filingDueOn,
        @Size(max = 10) List<@NotNull @Min(-60) @Max(60) Integer> reminders,
        @Pattern(regexp = "accept-marked|refuse") String latePolicy) {

    /** What becomes of a late filing when a campaign does not say: it is taken, and marked late. */
    static final String ACCEPT_MARKED = "accept-marked";

    /** When a campaign names none: days before the last day. */
    private static final List<Integer> REMINDERS = List.of(7, 1);

    /** Days before the last day of filing, or after it when negative, on which who has not filed is reminded. */
    Integer[] reminderDays() {
        return (reminders == null ? REMINDERS : reminders)
                .stream().distinct().sorted(Comparator.reverseOrder()).toArray(Integer[]::new);
    }

    String latePolicyOrUsual() {
        return latePolicy == null ? ACCEPT_MARKED : latePolicy;
    }

    /** In the two languages of this regulator. */
    record Text(@NotBlank @Size(max = 500) String zh, @NotBlank @Size(max = 500) String en) {}

    /** Whom it is about; an empty list means all. */
    record ScopeOf(
            @NotNull List<String> provinces, @NotNull List<String> licenceClasses, @NotNull List<String> systemKinds) {}

    /** @throws Refusal INVALID {@code campaign.content}, with everything that no single field can tell */
    CampaignContent checked() {
        List<Flaw> flaws = new ArrayList<>();
        known(flaws, "/scope/provinces", scope.provinces(), RegistryEntry.PROVINCES);
        known(flaws, "/scope/licenceClasses", scope.licenceClasses(), RegistryEntry.LICENCE_CLASSES);
        known(flaws, "/scope/systemKinds", scope.systemKinds(), RegistryEntry.SYSTEM_KINDS);
        if (filingDueOn.isBefore(filingOpensOn)) {
            flaws.add(new Flaw("/filingDueOn", "campaign.window", "The filing window ends before it opens"));
        }
        flaws.addAll(flaws(questionnaire).stream()
                .map(flaw -> new Flaw("/questionnaire" + flaw.pointer(), flaw.code(), flaw.detail()))
                .toList());
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("campaign.content", "The campaign has %d flaw(s)".formatted(flaws.size()), flaws);
        }
        return this;
    }

    static List<Flaw> flaws(Questionnaire questionnaire) {
        return QuestionnaireCheck.flaws(questionnaire, RegistryEntry.SYSTEM_KINDS);
    }

    private static void known(List<Flaw> flaws, String pointer, List<String> values, Set<String> known) {
        for (int i = 0; i < values.size(); i++) {
            if (!known.contains(values.get(i))) {
                flaws.add(new Flaw(pointer + "/" + i, "campaign.scope-unknown", "One of " + known));
            }
        }
    }

    java.time.Instant opensAt(ZoneId zone) {
        return filingOpensOn.atStartOfDay(zone).toInstant();
    }

    java.time.Instant dueAt(ZoneId zone) {
        return Zones.endOf(filingDueOn, zone);
    }
}

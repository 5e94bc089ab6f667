package org.regulus.filing.campaign.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.common.time.Zones;
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
        @NotNull @Valid Questionnaire questionnaire,
        @NotNull LocalDate filingOpensOn,
        @NotNull LocalDate filingDueOn) {

    /** In the two languages of this regulator. */
    record Text(@NotBlank @Size(max = 500) String zh, @NotBlank @Size(max = 500) String en) {}

    /** Whom it is about; an empty list means all. */
    record ScopeOf(
            @NotNull List<String> provinces, @NotNull List<String> licenceClasses, @NotNull List<String> systemKinds) {}

    record Item(
            @NotNull @Pattern(regexp = "[A-Za-z0-9.-]{1,40}") String id,
            @NotNull @Valid Text text,
            @NotBlank @Size(max = 200) String legalReference) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Questionnaire(
            @NotBlank @Size(max = 40) String version, @NotEmpty @Size(max = 500) List<@NotNull @Valid Item> items) {
        List<String> itemIds() {
            return items.stream().map(Item::id).toList();
        }
    }

    /** @throws Refusal INVALID {@code campaign.content}, with everything that no single field can tell */
    CampaignContent checked() {
        List<Flaw> flaws = new ArrayList<>();
        known(flaws, "/scope/provinces", scope.provinces(), RegistryEntry.PROVINCES);
        known(flaws, "/scope/licenceClasses", scope.licenceClasses(), RegistryEntry.LICENCE_CLASSES);
        known(flaws, "/scope/systemKinds", scope.systemKinds(), RegistryEntry.SYSTEM_KINDS);
        if (filingDueOn.isBefore(filingOpensOn)) {
            flaws.add(new Flaw("/filingDueOn", "campaign.window", "The filing window ends before it opens"));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questionnaire.items().size(); i++) {
            if (!ids.add(questionnaire.items().get(i).id())) {
                flaws.add(new Flaw(
                        "/questionnaire/items/%d/id".formatted(i), "campaign.item-twice", "Item ids are unique"));
            }
        }
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("campaign.content", "The campaign has %d flaw(s)".formatted(flaws.size()), flaws);
        }
        return this;
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

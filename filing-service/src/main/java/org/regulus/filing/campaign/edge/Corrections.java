package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.deadline.Deadlines;
import org.regulus.common.deadline.NewDeadline;
import org.regulus.common.problem.Refusal;
import org.regulus.common.time.Zones;
import org.regulus.filing.casefile.edge.CorrectedCases;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.registry.edge.AuthorityZones;

/**
 * Corrects what a published campaign says. Every version stays; open cases answer the new one from then on, and each operator concerned
 * is told. What was submitted is judged by the version that it answered.
 */
@ApplicationScoped
class Corrections {

    private final InstantSource clock;
    private final Campaigns campaigns;
    private final CorrectedCases cases;
    private final Deadlines deadlines;
    private final Questionnaires json;

    Corrections(
            InstantSource clock, Campaigns campaigns, CorrectedCases cases, Deadlines deadlines, Questionnaires json) {
        this.clock = clock;
        this.campaigns = campaigns;
        this.cases = cases;
        this.deadlines = deadlines;
        this.json = json;
    }

    /** What is left out stays as it is. */
    record Correction(
            @Valid CampaignContent.Text titles,
            @Size(min = 1, max = 2000) String legalBasis,
            Questionnaire questionnaire,
            LocalDate filingDueOn,
            @NotBlank @Size(max = 2000) String reason) {

        /** @throws Refusal INVALID {@code campaign.correction-empty}, {@code campaign.questionnaire} */
        Correction checked() {
            if (titles == null && legalBasis == null && questionnaire == null && filingDueOn == null) {
                throw Refusal.invalid(
                        "campaign.correction-empty",
                        "Correct at least one of titles, legalBasis, questionnaire, filingDueOn");
            }
            List<Refusal.Flaw> flaws = questionnaire == null ? List.of() : CampaignContent.flaws(questionnaire);
            if (!flaws.isEmpty()) {
                throw Refusal.invalid(
                        "campaign.questionnaire", "The questionnaire has %d flaw(s)".formatted(flaws.size()), flaws);
            }
            return this;
        }
    }

    @WithTransaction
    Uni<CampaignRow> correct(Actor officer, UUID id, long seen, Correction asked) {
        Correction correction = asked.checked();
        Instant now = clock.instant();
        return Campaigns.get(officer, id, seen).call(row -> AuthorityZones.of(row.authority)
                .chain(zone -> {
                    Instant dueAt = dueAt(row, correction, zone);
                    var change = row.campaign().correct(row.correction + 1, row.filingDueAt, dueAt, now);
                    fill(row, correction, dueAt);
                    return Campaigns.version(row, correction.reason(), now, officer)
                            .chain(() -> campaigns.save(row, change));
                })
                .chain(() -> deadlines.set(new NewDeadline(Campaigns.FILING_WINDOW, row.id, row.id, row.filingDueAt)))
                .chain(() -> cases.correct(row.id, row.correction, row.filingDueAt, now)));
    }

    private static Instant dueAt(CampaignRow row, Correction correction, ZoneId zone) {
        return correction.filingDueOn() == null ? row.filingDueAt : Zones.endOf(correction.filingDueOn(), zone);
    }

    private void fill(CampaignRow row, Correction correction, Instant dueAt) {
        row.correction++;
        row.filingDueAt = dueAt;
        if (correction.titles() != null) {
            row.titleZh = correction.titles().zh();
            row.titleEn = correction.titles().en();
        }
        if (correction.legalBasis() != null) {
            row.legalBasis = correction.legalBasis();
        }
        if (correction.questionnaire() != null) {
            row.questionnaire = json.write(correction.questionnaire());
        }
    }
}

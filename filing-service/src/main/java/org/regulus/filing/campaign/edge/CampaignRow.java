package org.regulus.filing.campaign.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.regulus.filing.campaign.Campaign;

@Entity
@Table(name = "campaign")
class CampaignRow {

    @Id
    UUID id;

    String authority;
    String code;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "rule_set")
    String ruleSet;

    @Column(name = "legal_basis")
    String legalBasis;

    String scope;
    String questionnaire;

    @Column(name = "filing_opens_at")
    Instant filingOpensAt;

    @Column(name = "filing_due_at")
    Instant filingDueAt;

    int correction;
    Integer[] reminders;

    @Column(name = "late_policy")
    String latePolicy;

    String state;
    long announced;

    @Version
    long version;

    boolean lateTaken() {
        return latePolicy.equals(CampaignContent.ACCEPT_MARKED);
    }

    Campaign campaign() {
        return new Campaign(id, announced, Campaign.State.of(state));
    }

    void take(Campaign changed) {
        announced = changed.announced();
        state = changed.state().word();
    }
}

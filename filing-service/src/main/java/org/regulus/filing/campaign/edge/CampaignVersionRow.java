package org.regulus.filing.campaign.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A campaign as it was published (0) or corrected; the database refuses to change it. */
@Entity
@Table(name = "campaign_version")
class CampaignVersionRow {

    @Embeddable
    record Key(@Column(name = "campaign_id") UUID campaignId, int number) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "legal_basis")
    String legalBasis;

    String questionnaire;

    @Column(name = "filing_due_at")
    Instant filingDueAt;

    /** Why it was corrected; null when it was published. */
    String reason;

    @Column(name = "made_at")
    Instant madeAt;

    /** The subject of the officer's token. */
    @Column(name = "made_by")
    String madeBy;

    static CampaignVersionRow of(CampaignRow row, String reason, Instant at, String by) {
        CampaignVersionRow version = new CampaignVersionRow();
        version.key = new Key(row.id, row.correction);
        version.titleZh = row.titleZh;
        version.titleEn = row.titleEn;
        version.legalBasis = row.legalBasis;
        version.questionnaire = row.questionnaire;
        version.filingDueAt = row.filingDueAt;
        version.reason = reason;
        version.madeAt = at;
        version.madeBy = by;
        return version;
    }
}

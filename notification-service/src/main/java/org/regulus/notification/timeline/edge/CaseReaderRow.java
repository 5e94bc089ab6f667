package org.regulus.notification.timeline.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** That an authority may read the story of a case of which it is not, or was not always, the holder. */
@Entity
@Table(name = "case_reader")
class CaseReaderRow {

    @Embeddable
    record Key(String authority, @Column(name = "case_id") UUID caseId) {}

    @EmbeddedId
    Key key;
}

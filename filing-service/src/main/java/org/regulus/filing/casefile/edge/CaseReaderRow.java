package org.regulus.filing.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** That an authority may read a case which is not its own. */
@Entity
@Table(name = "case_reader")
class CaseReaderRow {

    @Embeddable
    record Key(String authority, @Column(name = "case_id") UUID caseId) {}

    @EmbeddedId
    Key key;
}

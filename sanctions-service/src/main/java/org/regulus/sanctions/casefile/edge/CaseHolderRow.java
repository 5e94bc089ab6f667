package org.regulus.sanctions.casefile.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Who holds a case that went to another authority; a case that never did has no row. */
@Entity
@Table(name = "case_holder")
class CaseHolderRow {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    String authority;

    /** Of the word on the case's jurisdiction: an older one that comes later changes nothing. */
    long sequence;
}

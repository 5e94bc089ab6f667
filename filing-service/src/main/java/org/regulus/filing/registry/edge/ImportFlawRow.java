package org.regulus.filing.registry.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.regulus.common.problem.Refusal.Flaw;

/** One thing that is wrong with one row of an import. */
@Entity(name = "ImportFlawRow")
@Table(name = "import_flaw")
class ImportFlawRow {

    @Embeddable
    record Key(@Column(name = "job_id") UUID jobId, int number) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "row_number")
    int rowNumber;

    /** Empty when it is the row as a whole. */
    String field;

    String code;
    String detail;

    static ImportFlawRow of(UUID job, int number, int rowNumber, Flaw flaw) {
        ImportFlawRow row = new ImportFlawRow();
        row.key = new Key(job, number);
        row.rowNumber = rowNumber;
        String[] place = flaw.pointer().split("/");
        row.field = place.length > 3 ? place[3] : "";
        row.code = flaw.code();
        row.detail = flaw.detail();
        return row;
    }
}

package org.regulus.inspection.onsite.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One entry, under the id that the tablet gave it. */
@Entity
@Table(name = "onsite_entry")
class EntryRow {

    @Id
    UUID id;

    @Column(name = "record_id")
    UUID recordId;

    /** In the order of arrival. */
    int number;

    String kind;

    /** JSON: {@link NewEntry}. */
    String content;

    String digest;

    @Column(name = "noted_by")
    String notedBy;

    @Column(name = "received_at")
    Instant receivedAt;
}

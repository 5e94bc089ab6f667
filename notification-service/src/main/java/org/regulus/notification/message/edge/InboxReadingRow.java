package org.regulus.notification.message.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody has read an item. */
@Entity
@Table(name = "inbox_reading")
class InboxReadingRow {

    @Id
    UUID id;

    @Column(name = "item_id")
    UUID itemId;

    String reader;

    @Column(name = "read_at")
    Instant readAt;
}

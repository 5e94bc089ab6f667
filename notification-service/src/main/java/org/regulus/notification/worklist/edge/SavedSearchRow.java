package org.regulus.notification.worklist.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "saved_search")
class SavedSearchRow {

    @Id
    UUID id;

    String authority;

    /** The person's subject. */
    String owner;

    String name;

    /** JSON. */
    String filter;

    @Version
    long version;
}

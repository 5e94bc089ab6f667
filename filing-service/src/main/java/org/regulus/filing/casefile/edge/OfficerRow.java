package org.regulus.filing.casefile.edge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An officer whom cases can be given to. */
@Entity
@Table(name = "officer")
class OfficerRow {

    @Id
    UUID id;

    String authority;

    /** The subject of the officer's token. */
    String account;

    String name;
}

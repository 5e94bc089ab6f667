package org.regulus.filing.registry.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity(name = "Authority")
@Table(name = "authority")
class AuthorityRow {

    @Id
    String code;

    @Column(name = "name_zh")
    String nameZh;

    @Column(name = "name_en")
    String nameEn;

    String zone;
    String level;

    /** The authority above it, or null. */
    String superior;

    /** The rules by which it is competent, as JSON. */
    String competence = "[]";
}

package org.regulus.filing.registry.edge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.regulus.filing.registry.RegistrationStatus;
import org.regulus.filing.registry.RegistryEntry;

@Entity
@Table(name = "registration")
class RegistrationRow {

    @Id
    UUID id;

    String authority;

    @Column(name = "operator_id")
    UUID operatorId;

    String uscc;
    String name;
    String province;

    @Column(name = "licence_class")
    String licenceClass;

    @Column(name = "licence_number")
    String licenceNumber;

    @Column(name = "system_kinds")
    String[] systemKinds;

    @Column(name = "notice_email")
    String noticeEmail;

    String language;

    /** Null when it has none. */
    @Column(name = "credit_class")
    String creditClass;

    String status = RegistrationStatus.ACTIVE.word();

    @Column(name = "business_types")
    String[] businessTypes = {};

    @Column(name = "further_provinces")
    String[] furtherProvinces = {};

    @Column(name = "further_licence_numbers")
    String[] furtherLicenceNumbers = {};

    @Column(name = "inventory_kinds")
    String[] inventoryKinds = {};

    @Column(name = "further_licences")
    String furtherLicences = "[]";

    String systems = "[]";
    String contacts = "[]";

    /** Of entries in the directory alone. */
    long announced;

    @Version
    long version;

    /** Takes over what the register says now; answers whether anything changed. */
    boolean take(RegistryEntry entry) {
        if (says(entry)) {
            return false;
        }
        uscc = entry.uscc();
        name = entry.name();
        province = entry.province();
        licenceClass = entry.licenceClass();
        licenceNumber = entry.licenceNumber();
        systemKinds = entry.systemKinds().toArray(String[]::new);
        noticeEmail = entry.noticeEmail();
        language = entry.language();
        creditClass = creditClass(entry);
        announced++;
        return true;
    }

    void become(RegistrationStatus next) {
        status = RegistrationStatus.of(status).become(next).word();
    }

    boolean says(RegistryEntry entry) {
        return entry(entry.creditClass() == null ? null : Objects.requireNonNullElse(creditClass, ""))
                .equals(entry);
    }

    private String creditClass(RegistryEntry entry) {
        if (entry.creditClass() == null) {
            return creditClass;
        }
        return entry.creditClass().isEmpty() ? null : entry.creditClass();
    }

    private RegistryEntry entry(String knownClass) {
        return new RegistryEntry(
                uscc,
                name,
                province,
                licenceClass,
                licenceNumber,
                systemKinds == null ? java.util.List.of() : java.util.List.of(systemKinds),
                noticeEmail,
                language,
                knownClass);
    }
}

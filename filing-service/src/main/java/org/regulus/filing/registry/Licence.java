package org.regulus.filing.registry;

import static org.regulus.filing.registry.RegistryEntry.check;
import static org.regulus.filing.registry.RegistryEntry.isText;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One licence of an operator.
 *
 * @param issuedBy the authority that gave it, which need not be on this installation
 * @param validUntil its last day, or null when it has no end
 */
public record Licence(String licenceClass, String number, String issuedBy, LocalDate validFrom, LocalDate validUntil) {

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    public List<Flaw> flaws(String at) {
        List<Flaw> flaws = new ArrayList<>();
        check(
                flaws,
                licenceClass != null && RegistryEntry.LICENCE_CLASSES.contains(licenceClass),
                at + "/licenceClass",
                "registry.licence-class",
                "One of " + RegistryEntry.LICENCE_CLASSES);
        check(flaws, isText(number), at + "/number", "registry.licence-number", "1 to 200 characters");
        check(flaws, isText(issuedBy), at + "/issuedBy", "registry.issuer", "1 to 200 characters");
        check(flaws, validFrom != null, at + "/validFrom", "registry.validity", "Its first day");
        check(
                flaws,
                validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
                at + "/validUntil",
                "registry.validity",
                "Not before its first day");
        return flaws;
    }
}

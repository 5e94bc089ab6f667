package org.regulus.filing.registry;

import java.util.Set;

/**
 * By what it is decided who is competent for an operator.
 *
 * @param licenceClasses of the licences that are valid
 * @param provinces in which it works, two digits of GB/T 2260 each
 */
public record OperatorFacts(
        Set<String> licenceClasses, Set<String> businesses, Set<String> provinces, Set<String> systemKinds) {

    public OperatorFacts {
        licenceClasses = Set.copyOf(licenceClasses);
        businesses = Set.copyOf(businesses);
        provinces = Set.copyOf(provinces);
        systemKinds = Set.copyOf(systemKinds);
    }
}

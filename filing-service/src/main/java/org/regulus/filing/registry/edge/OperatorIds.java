package org.regulus.filing.registry.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** Ids of new operators: UUIDv5 (RFC 9562 section 5.5), so that registers and identity providers agree before they meet. */
final class OperatorIds {

    private static final String PREFIX = "urn:regulus:uscc:";

    private OperatorIds() {}

    static UUID of(String uscc) {
        return Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL).generate(PREFIX + uscc);
    }
}

package org.regulus.sanctions.document.edge;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** What the authorities of this installation are called on paper; one that has no name here signs with its code. */
@ConfigMapping(prefix = "regulus.documents")
interface AuthorityNames {

    /** By code. */
    Map<String, Name> authorities();

    interface Name {
        String zh();

        String en();
    }

    default String of(String authority, String language) {
        return Optional.ofNullable(authorities().get(authority))
                .map(name -> "zh".equals(language) ? name.zh() : name.en())
                .orElse(authority);
    }
}

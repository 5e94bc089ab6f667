package org.regulus.sanctions.ruleset.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.regulus.sanctions.ruleset.RuleBook;

/** The rules that are shipped, for tests that must hold for them. */
public final class Shipped {

    private static final RuleBook RULES =
            new RuleLibrary(new ObjectMapper().registerModule(new JavaTimeModule())).open("/rules");

    private Shipped() {}

    public static RuleBook rules() {
        return RULES;
    }
}

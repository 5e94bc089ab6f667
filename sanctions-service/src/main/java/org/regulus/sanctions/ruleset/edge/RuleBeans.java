package org.regulus.sanctions.ruleset.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.regulus.sanctions.ruleset.RuleBook;

/** The installation's rule book, read and checked when the service starts. */
@Dependent
class RuleBeans {

    private static final String RULES = "/rules";

    @Produces
    @Singleton
    @Startup
    RuleBook ruleBook(ObjectMapper json) {
        return new RuleLibrary(json).open(RULES);
    }
}

package org.regulus.sanctions.ruleset.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.sanctions.ruleset.RuleBook;

/** The installation's rule book, read and checked when the service starts: what is shipped, and folders of its own on the class path. */
@Dependent
class RuleBeans {

    private static final String RULES = "/rules";

    @Produces
    @Singleton
    @Startup
    RuleBook ruleBook(ObjectMapper json, @ConfigProperty(name = "regulus.rules.also") Optional<List<String>> also) {
        List<String> folders = new ArrayList<>(List.of(RULES));
        also.ifPresent(folders::addAll);
        return new RuleLibrary(json).open(folders.toArray(String[]::new));
    }
}

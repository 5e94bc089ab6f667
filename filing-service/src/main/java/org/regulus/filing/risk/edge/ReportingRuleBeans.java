package org.regulus.filing.risk.edge;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.regulus.filing.risk.ReportingRuleBook;

/** Reads and checks the reporting rules when the service starts: anything wrong in the file stops it. */
@Dependent
class ReportingRuleBeans {

    static final String RULES = "/rules/reporting.json";

    /** Its own: the file's words are in lower case, and a word it does not know is an error. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    @Produces
    @Singleton
    @Startup
    ReportingRuleBook reportingRules() {
        return load(RULES);
    }

    static ReportingRuleBook load(String resource) {
        try (InputStream file = ReportingRuleBeans.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no rule file " + resource);
            }
            return JSON.readValue(file, ReportingRuleBook.class);
        } catch (IOException wrong) {
            throw new UncheckedIOException(resource, wrong);
        }
    }
}

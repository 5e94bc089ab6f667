package org.regulus.sanctions.ruleset.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.RuleSet;

/** Reads rule sets from a folder with an index. Anything wrong in one stops the service from starting, and is said with the file's name. */
final class RuleLibrary {

    private static final String SCHEMA = "/rules/rule-set.schema.json";

    private final ObjectMapper json;
    private final JsonSchema schema;

    RuleLibrary(ObjectMapper json) {
        this.json = json;
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree(SCHEMA));
    }

    RuleBook open(String... folders) {
        List<RuleSet> sets = new ArrayList<>();
        for (String folder : folders) {
            for (JsonNode name : tree(folder + "/index.json").path("ruleSets")) {
                sets.add(read("%s/%s.json".formatted(folder, name.textValue())));
            }
        }
        return new RuleBook(sets);
    }

    RuleSet read(String resource) {
        JsonNode written = tree(resource);
        Set<ValidationMessage> flaws = schema.validate(written);
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("%s is no rule set: %s".formatted(resource, flaws));
        }
        try {
            return json.treeToValue(written, RuleFile.class).read();
        } catch (IllegalArgumentException contradiction) {
            throw new IllegalStateException(resource + ": " + contradiction.getMessage(), contradiction);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    private JsonNode tree(String resource) {
        try (InputStream file = RuleLibrary.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no rule file " + resource);
            }
            return json.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}

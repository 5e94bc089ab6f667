package org.regulus.notification.message.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.regulus.notification.edge.ContractFields;
import org.regulus.notification.message.MessageRules;
import org.regulus.notification.message.Rulebook;

/** Reads {@code message-rules/<version>.json}, from 1 on, at start: with a flaw in any of them the service does not start. */
@Dependent
public class RuleFiles {

    @Produces
    @Singleton
    @Startup
    Rulebook rulebook(ObjectMapper json) {
        return read(json);
    }

    public static Rulebook read(ObjectMapper json) {
        List<MessageRules> versions = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream file = RuleFiles.class.getResourceAsStream("/message-rules/%d.json".formatted(version))) {
                if (file == null) {
                    return new Rulebook(versions);
                }
                versions.add(checked(json.readValue(file, MessageRules.class), json));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    static MessageRules checked(MessageRules rules, ObjectMapper json) {
        List<String> flaws = rules.flaws(new ContractFields(json)::of);
        if (!flaws.isEmpty()) {
            throw new IllegalStateException(
                    "Version %d of the message rules: %s".formatted(rules.version(), String.join("; ", flaws)));
        }
        return rules;
    }
}

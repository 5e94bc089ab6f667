package org.regulus.notification.duty.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.regulus.notification.duty.DutyRule;
import org.regulus.notification.edge.ContractFields;

/** The kinds of duties, read once from {@code duty-rules.json}: with a flaw in it the service does not start. */
@Startup
@ApplicationScoped
class DutyRules {

    private final List<DutyRule> rules;

    private record Rules(List<DutyRule> rules) {}

    DutyRules(ObjectMapper json) throws IOException {
        try (InputStream file = DutyRules.class.getResourceAsStream("/duty-rules.json")) {
            rules = json.readValue(file, Rules.class).rules();
        }
        ContractFields contracts = new ContractFields(json);
        List<String> flaws = rules.stream()
                .flatMap(rule -> rule.flaws(contracts::of).stream())
                .toList();
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("The duty rules: " + String.join("; ", flaws));
        }
    }

    List<DutyRule> all() {
        return rules;
    }

    /** Whether the plan of a campaign takes the place of the rule's own distances. */
    boolean byCampaign(String kind) {
        return rules.stream().anyMatch(rule -> rule.kind().equals(kind) && rule.byCampaign());
    }
}

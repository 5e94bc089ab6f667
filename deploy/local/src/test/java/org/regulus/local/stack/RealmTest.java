package org.regulus.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.regulus.local.Parts;

/** What is printed to the user is what Keycloak knows. */
class RealmTest {

    private static final Set<String> ROLES = Set.of(
            "campaign-manager",
            "case-officer",
            "inspector",
            "legal-reviewer",
            "decision-maker",
            "auditor",
            "operator",
            "partner",
            "mail-system",
            "platform-admin");

    private final Layout layout = new Layout(Parts.root());
    private final JsonNode realm = realm();

    private JsonNode realm() {
        try {
            return new ObjectMapper().readTree(layout.realm().toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void the_roles_are_those_of_the_design() {
        assertThat(realm.at("/roles/realm"))
                .extracting(role -> role.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(ROLES);
    }

    @Test
    void every_listed_account_exists_with_its_password_role_and_owner() throws IOException {
        List<String> listed = Files.readAllLines(layout.accounts());
        assertThat(listed).hasSizeGreaterThan(10);
        for (String line : listed.subList(1, listed.size())) {
            String[] account = line.split(",", -1);
            JsonNode user = user(account[0]);
            assertThat(user.at("/credentials/0/value").asText()).isEqualTo(account[1]);
            assertThat(user.get("realmRoles")).extracting(JsonNode::asText).contains(account[2]);
            String owner = user.at("/attributes/authority/0").asText()
                    + user.at("/attributes/operator_id/0").asText();
            assertThat(owner).isEqualTo(account[3]);
        }
    }

    @Test
    void two_authorities_have_somebody_for_each_officers_role_and_there_are_three_operators() {
        for (String authority : List.of("MIIT", "GDCA")) {
            Set<String> roles = new TreeSet<>();
            realm.get("users").forEach(user -> {
                if (user.at("/attributes/authority/0").asText().equals(authority)) {
                    roles.add(user.at("/realmRoles/0").asText());
                }
            });
            assertThat(roles)
                    .contains(
                            "campaign-manager",
                            "case-officer",
                            "inspector",
                            "legal-reviewer",
                            "decision-maker",
                            "auditor");
        }
        assertThat(StreamSupport.stream(realm.get("users").spliterator(), false)
                        .filter(user -> user.at("/attributes/operator_id/0").isTextual()))
                .hasSize(3);
    }

    private JsonNode user(String name) {
        return StreamSupport.stream(realm.get("users").spliterator(), false)
                .filter(user -> user.get("username").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no account " + name));
    }
}

package org.regulus.filing.questionnaire.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.QuestionnaireCheck;

class OscalCatalogTest {

    private static final String CATALOG =
            """
            {"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
              "metadata": {"title": "Sample Controls", "version": "5.1.1", "oscal-version": "1.1.2"},
              "groups": [
                {"id": "ac", "class": "family", "title": "Access Control", "controls": [
                  {"id": "ac-1", "title": "Policy", "props": [{"name": "label", "value": "AC-1"}]},
                  {"id": "ac-2", "title": "Accounts", "props": [{"name": "label", "value": "AC-2"}], "controls": [
                    {"id": "ac-2.1", "title": "Automated", "props": [{"name": "label", "value": "AC-2(1)"}]},
                    {"id": "ac-2.10", "title": "Shared", "props": [{"name": "status", "value": "withdrawn"}]}]}]},
                {"id": "au", "title": "Audit", "groups": [
                  {"id": "au-x", "title": "Inner", "controls": [{"id": "au-2", "title": "Events"}]}]}]}}""";

    @Test
    void groups_become_sections_and_controls_items() throws Exception {
        Questionnaire read = OscalCatalog.questionnaire(tree(CATALOG), Set.of());
        assertThat(read.version()).isEqualTo("5.1.1");
        assertThat(read.sections()).extracting(Questionnaire.Section::id).containsExactly("ac", "au");
        assertThat(read.items()).extracting(Item::id).containsExactly("ac-1", "ac-2", "ac-2.1", "au-2");
        assertThat(read.items()).extracting(Item::section).containsExactly("ac", "ac", "ac", "au");
        assertThat(read.items().get(2).legalReference()).isEqualTo("Sample Controls, AC-2(1)");
        assertThat(read.items().get(3).legalReference()).isEqualTo("Sample Controls, au-2");
        assertThat(QuestionnaireCheck.flaws(read, Set.of())).isEmpty();
    }

    @Test
    void only_the_wanted_groups_are_taken() throws Exception {
        assertThat(OscalCatalog.questionnaire(tree(CATALOG), Set.of("au")).items())
                .extracting(Item::id)
                .containsExactly("au-2");
        refused("oscal.no-controls", CATALOG, Set.of("zz"));
        refused("oscal.not-a-catalog", "{\"profile\": {}}", Set.of());
    }

    private static void refused(String code, String document, Set<String> groups) throws Exception {
        JsonNode tree = tree(document);
        assertThatThrownBy(() -> OscalCatalog.questionnaire(tree, groups))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static JsonNode tree(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}

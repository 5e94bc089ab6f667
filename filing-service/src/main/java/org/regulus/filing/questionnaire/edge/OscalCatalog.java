package org.regulus.filing.questionnaire.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal;
import org.regulus.filing.questionnaire.Questionnaire;
import org.regulus.filing.questionnaire.Questionnaire.Item;
import org.regulus.filing.questionnaire.Questionnaire.Section;
import org.regulus.filing.questionnaire.Questionnaire.Text;

/**
 * A control catalogue in NIST OSCAL JSON (catalog model 1.x) as a questionnaire: top-level groups become sections, controls and their
 * enhancements become items about conformity. Titles stand in both languages until someone translates them. Withdrawn controls are
 * passed over.
 */
public final class OscalCatalog {

    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_VERSION = 40;

    private final String title;
    private final List<Section> sections = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private OscalCatalog(String title) {
        this.title = title;
    }

    /**
     * @param groups the ids of the top-level groups that are wanted; none means all
     * @throws Refusal INVALID {@code oscal.not-a-catalog}, {@code oscal.no-controls}
     */
    public static Questionnaire questionnaire(JsonNode document, Set<String> groups) {
        JsonNode catalog = document.path("catalog");
        String title = catalog.path("metadata").path("title").asText("");
        if (title.isBlank()) {
            throw Refusal.invalid("oscal.not-a-catalog", "Send an OSCAL catalogue: {\"catalog\": {\"metadata\": ...}}");
        }
        OscalCatalog read = new OscalCatalog(title);
        if (groups.isEmpty()) {
            read.controls(null, catalog);
        }
        for (JsonNode group : catalog.path("groups")) {
            String id = group.path("id").asText("");
            if (groups.isEmpty() || groups.contains(id)) {
                read.sections.add(new Section(id, both(group.path("title").asText(""))));
                read.group(id, group);
            }
        }
        if (read.items.isEmpty()) {
            throw Refusal.invalid("oscal.no-controls", "There is no control in what was asked for");
        }
        String version = catalog.path("metadata").path("version").asText("");
        return new Questionnaire(cut(version, LONGEST_VERSION), read.sections, read.items);
    }

    private void group(String section, JsonNode group) {
        controls(section, group);
        group.path("groups").forEach(inner -> group(section, inner));
    }

    private void controls(String section, JsonNode parent) {
        for (JsonNode control : parent.path("controls")) {
            if (!property(control, "status").equals("withdrawn")) {
                items.add(new Item(
                        control.path("id").asText(),
                        section,
                        both(control.path("title").asText("")),
                        cut("%s, %s".formatted(title, label(control)), LONGEST_REFERENCE),
                        null,
                        null,
                        null,
                        null));
            }
            controls(section, control);
        }
    }

    private static String label(JsonNode control) {
        String label = property(control, "label");
        return label.isEmpty() ? control.path("id").asText() : label;
    }

    private static String property(JsonNode control, String name) {
        for (JsonNode property : control.path("props")) {
            if (name.equals(property.path("name").asText())) {
                return property.path("value").asText("");
            }
        }
        return "";
    }

    private static Text both(String words) {
        return new Text(words, words);
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest);
    }
}

package org.regulus.campaign.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What the rules of a frame make of the credit class of a unit. */
final class CreditClasses {

    private static final Set<String> KNOWN = Set.of("A", "B", "C", "D", "none");
    private static final String WORD = "credit-class";

    private final JsonNode ratios;
    private final boolean weighs;
    private final int place;

    CreditClasses(JsonNode rules) {
        this.ratios = rules.path("creditRatios");
        this.weighs = rules.path("weightBy").asText().equals(WORD);
        this.place = InspectorCheck.texts(rules.path("strataBy")).indexOf(WORD);
    }

    boolean asked() {
        return weighs || place >= 0;
    }

    boolean fit(StratifiedDraw.Unit unit) {
        String word = unit.creditClass();
        List<String> traits = List.of(unit.stratum().split("/"));
        return KNOWN.contains(word)
                && (!weighs || ratios.path(word).asInt() == unit.weight())
                && (place < 0 || place < traits.size() && traits.get(place).equals(word));
    }
}

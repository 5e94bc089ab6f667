package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.regulus.campaign.client.Session;

/** An operator that takes part: who it is, its case, its system's login and what it will do. */
record Participant(
        UUID operatorId, String uscc, List<String> systemKinds, Session system, UUID caseId, String number, Fate fate) {

    static Participant of(JsonNode operator, Session system) {
        List<String> kinds = new java.util.ArrayList<>();
        operator.path("systemKinds").forEach(kind -> kinds.add(kind.asText()));
        return new Participant(
                UUID.fromString(operator.path("id").asText()),
                operator.path("uscc").asText(),
                List.copyOf(kinds),
                system,
                null,
                null,
                null);
    }

    Participant with(Fate other) {
        return new Participant(operatorId, uscc, systemKinds, system, caseId, number, other);
    }

    Participant in(JsonNode opened, Fate decided) {
        return new Participant(
                operatorId,
                uscc,
                systemKinds,
                system,
                UUID.fromString(opened.path("id").asText()),
                opened.path("caseNumber").asText(),
                decided);
    }
}

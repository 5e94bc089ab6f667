package org.regulus.notification.timeline.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The documents that a timeline's events tell of. Where they are kept it is asked anew whether the reader may have them. */
@ApplicationScoped
class TimelineDocuments {

    private static final Set<String> TELL_OF_ONE =
            Set.of("regulus.sanctions.document-issued.v1", "regulus.sanctions.document-dispatched.v1");

    private final ObjectMapper json;

    TimelineDocuments(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param sha256 as it was announced
     * @param href at the sanctions-service
     */
    record DocumentLink(String id, String sha256, String href) {}

    /** By event. */
    Uni<Map<UUID, DocumentLink>> of(List<TimelineRow> rows) {
        String events = rows.stream()
                .filter(row -> TELL_OF_ONE.contains(row.type))
                .map(row -> row.id.toString())
                .collect(Collectors.joining(","));
        return events.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                        "select event_id, canonical from ledger_entry"
                                                + " where event_id = any(cast(string_to_array(?1, ',') as uuid[]))",
                                        Object[].class)
                                .setParameter(1, events)
                                .getResultList()))
                        .map(this::links);
    }

    private Map<UUID, DocumentLink> links(List<Object[]> entries) {
        Map<UUID, DocumentLink> links = new HashMap<>();
        for (Object[] entry : entries) {
            JsonNode data = data((String) entry[1]);
            String id = data.path("documentId").asText();
            links.put(
                    (UUID) entry[0],
                    new DocumentLink(id, data.path("sha256").textValue(), "/documents/%s".formatted(id)));
        }
        return links;
    }

    /** An entry that somebody has spoilt names no document; that it is spoilt is the verification's to say. */
    private JsonNode data(String canonical) {
        try {
            return json.readTree(canonical).path("data");
        } catch (JsonProcessingException spoilt) {
            return json.missingNode();
        }
    }
}

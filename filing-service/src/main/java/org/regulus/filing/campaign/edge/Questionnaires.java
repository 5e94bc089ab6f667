package org.regulus.filing.campaign.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tells other features what a campaign asks. */
@ApplicationScoped
public class Questionnaires {

    private final ObjectMapper json;

    Questionnaires(ObjectMapper json) {
        this.json = json;
    }

    /** The ids of the items that a filing under this campaign must answer. */
    public Uni<List<String>> items(UUID campaignId) {
        return Panache.getSession()
                .chain(session -> session.find(CampaignRow.class, campaignId))
                .map(row -> read(row.questionnaire).itemIds());
    }

    CampaignContent.Questionnaire read(String stored) {
        return read(stored, CampaignContent.Questionnaire.class);
    }

    <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

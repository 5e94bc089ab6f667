package org.regulus.filing.campaign.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.regulus.filing.questionnaire.Questionnaire;

/**
 * Tells other features what a published campaign asks. What was published does not change any more, so it is remembered: during a
 * campaign every submission asks for the same few questionnaires.
 */
@ApplicationScoped
public class Questionnaires {

    static final int MOST_REMEMBERED = 64;

    /** What a filing under a campaign must answer, and from when on it is taken. */
    public record Asked(Instant opensAt, Questionnaire questionnaire) {}

    private final ObjectMapper json;
    private final Map<UUID, Asked> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Asked> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Questionnaires(ObjectMapper json) {
        this.json = json;
    }

    /** @param campaignId a published campaign: only those have cases */
    public Uni<Asked> asked(UUID campaignId) {
        Asked known = remembered(campaignId);
        return known != null
                ? Uni.createFrom().item(known)
                : Panache.getSession()
                        .chain(session -> session.find(CampaignRow.class, campaignId))
                        .map(row -> new Asked(row.filingOpensAt, read(row.questionnaire)))
                        .invoke(asked -> remember(campaignId, asked));
    }

    private synchronized Asked remembered(UUID campaignId) {
        return remembered.get(campaignId);
    }

    private synchronized void remember(UUID campaignId, Asked asked) {
        remembered.put(campaignId, asked);
    }

    Questionnaire read(String stored) {
        return read(stored, Questionnaire.class);
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

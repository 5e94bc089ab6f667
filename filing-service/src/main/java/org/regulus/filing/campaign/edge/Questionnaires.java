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
 * Tells other features what a version of a published campaign asks. A version does not change any more, so it is remembered: during a
 * campaign every submission asks for the same few questionnaires.
 */
@ApplicationScoped
public class Questionnaires {

    static final int MOST_REMEMBERED = 64;

    /** What a filing under a campaign must answer, from when on it is taken, and whether a late one is. */
    public record Asked(Instant opensAt, boolean lateTaken, Questionnaire questionnaire) {}

    private final ObjectMapper json;
    private final Map<CampaignVersionRow.Key, Asked> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CampaignVersionRow.Key, Asked> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Questionnaires(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param campaignId a published campaign: only those have cases
     * @param correction the version that the case answers
     */
    public Uni<Asked> asked(UUID campaignId, int correction) {
        CampaignVersionRow.Key key = new CampaignVersionRow.Key(campaignId, correction);
        Asked known = remembered(key);
        return known != null
                ? Uni.createFrom().item(known)
                : Panache.getSession()
                        .chain(session -> session.find(CampaignRow.class, campaignId)
                                .chain(row -> session.find(CampaignVersionRow.class, key)
                                        .map(version -> new Asked(
                                                row.filingOpensAt, row.lateTaken(), read(version.questionnaire)))))
                        .invoke(asked -> remember(key, asked));
    }

    private synchronized Asked remembered(CampaignVersionRow.Key key) {
        return remembered.get(key);
    }

    private synchronized void remember(CampaignVersionRow.Key key, Asked asked) {
        remembered.put(key, asked);
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

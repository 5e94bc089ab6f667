package org.regulus.notification.partner.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.time.IdSource;
import org.regulus.notification.evidence.Digests;
import org.regulus.notification.partner.edge.SubscriptionClaims.Claimed;
import org.regulus.notification.partner.edge.SubscriptionClaims.Outcome;
import org.regulus.notification.partner.edge.SubscriptionClaims.Proof;

/** Keeps what partners' machines answered: each answer's RFC 8785 text and the SHA-256 of that, all of a look in one round trip. */
@ApplicationScoped
class WebhookEvidence {

    private static final String KEEP =
            """
            with kept as (
            insert into webhook_evidence
              (id, subscription_id, partner, event_id, position, outcome, happened_at, document, digest)
            select cast(one ->> 'id' as uuid), ?2, ?3, cast(one ->> 'event' as uuid), cast(one ->> 'position' as bigint),
                   one ->> 'outcome', ?4, one ->> 'document', encode(sha256(convert_to(one ->> 'document', 'UTF8')), 'hex')
            from json_array_elements(cast(cast(?1 as text) as json)) as one
            returning id)
            insert into webhook_evidence_unsealed select id from kept""";

    private final ObjectMapper json;
    private final IdSource ids;
    private final InstantSource clock;

    WebhookEvidence(ObjectMapper json, IdSource ids, InstantSource clock) {
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the transaction that notes how far the subscription has come. */
    Uni<Void> keep(Mutiny.Session session, Outcome outcome) {
        if (outcome.proofs().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant at = clock.instant();
        ArrayNode all = json.createArrayNode();
        outcome.proofs().forEach(proof -> all.add(row(outcome.claimed(), proof, at)));
        return session.createNativeQuery(KEEP)
                .setParameter(1, all.toString())
                .setParameter(2, outcome.claimed().id())
                .setParameter(3, outcome.claimed().partner())
                .setParameter(4, at.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private ObjectNode row(Claimed claimed, Proof proof, Instant at) {
        UUID id = ids.next();
        return json.createObjectNode()
                .put("id", id.toString())
                .put("event", proof.entry().eventId())
                .put("position", proof.entry().position())
                .put("outcome", proof.receipt().outcome().word())
                .put("document", document(id, claimed, proof, at));
    }

    private String document(UUID id, Claimed claimed, Proof proof, Instant at) {
        ObjectNode document = json.createObjectNode()
                .put("id", id.toString())
                .put("kind", "webhook")
                .put("subscription", claimed.id().toString())
                .put("partner", claimed.partner())
                .put("eventId", proof.entry().eventId())
                .put("position", proof.entry().position())
                .put("outcome", proof.receipt().outcome().word())
                .put("at", at.toString())
                .put("host", URI.create(claimed.target().url()).getAuthority())
                .put(
                        "postedSha256",
                        Digests.sha256(proof.entry().text().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        proof.receipt().facts().forEach(document.putObject("facts")::put);
        try {
            return new JsonCanonicalizer(document.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

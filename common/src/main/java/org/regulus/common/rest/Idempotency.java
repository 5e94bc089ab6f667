package org.regulus.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;

/**
 * Makes a creating POST safe to repeat: the same actor, key and body lead to the same resource, made once. The key is claimed in the
 * transaction that creates, so that a second request waits for the first and then sees what it made.
 */
@ApplicationScoped
public class Idempotency {

    private static final int MAX_KEY_LENGTH = 200;

    private final ObjectMapper json;

    Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param key the Idempotency-Key header, or null: then every call creates
     * @param request what is asked for: the body, and what the path names, because a key may come again under another path
     * @param create makes the resource in the current transaction and gives its id
     * @return the id of the resource, made now or by the first call
     * @throws Refusal CONFLICT {@code idempotency.key-reused}, MALFORMED {@code idempotency.key-malformed}
     */
    public Uni<UUID> once(Actor actor, String key, Object request, Supplier<Uni<UUID>> create) {
        if (key == null) {
            return Panache.withTransaction(create::get);
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw Refusal.malformed("idempotency.key-malformed", "Idempotency-Key has 1 to 200 characters");
        }
        String digest = digest(request);
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> claim(session, actor, key, digest)
                .chain(first -> first ? create(session, actor, key, create) : recall(session, actor, key, digest))));
    }

    private static Uni<Boolean> claim(Mutiny.Session session, Actor actor, String key, String digest) {
        return session.createNativeQuery(
                        "insert into idempotency (actor, key, digest) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, actor.subject())
                .setParameter(2, key)
                .setParameter(3, digest)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private static Uni<UUID> create(Mutiny.Session session, Actor actor, String key, Supplier<Uni<UUID>> create) {
        return create.get().call(id -> session.createNativeQuery(
                        "update idempotency set resource_id = ?3 where actor = ?1 and key = ?2")
                .setParameter(1, actor.subject())
                .setParameter(2, key)
                .setParameter(3, id)
                .executeUpdate());
    }

    private static Uni<UUID> recall(Mutiny.Session session, Actor actor, String key, String digest) {
        return session.createNativeQuery(
                        "select cast(resource_id as text) || ' ' || digest from idempotency where actor = ?1 and key = ?2",
                        String.class)
                .setParameter(1, actor.subject())
                .setParameter(2, key)
                .getSingleResult()
                .map(made -> {
                    String[] parts = made.split(" ");
                    if (!parts[1].equals(digest)) {
                        throw Refusal.conflict(
                                "idempotency.key-reused", "This Idempotency-Key was used for another request");
                    }
                    return UUID.fromString(parts[0]);
                });
    }

    private String digest(Object request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

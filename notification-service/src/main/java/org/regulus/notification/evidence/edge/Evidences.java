package org.regulus.notification.evidence.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.problem.Refusal;
import org.regulus.notification.evidence.Evidence;
import org.regulus.notification.evidence.Evidence.Seal;

/** Keeps evidence: its RFC 8785 text, and the SHA-256 of that, which the event beside it announces. */
@ApplicationScoped
public class Evidences {

    private static final String KEEP =
            """
            insert into service_evidence
              (id, subject_id, case_id, authority, operator_id, recipient, kind, attempt, outcome, happened_at, document, digest)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, encode(sha256(convert_to(?11, 'UTF8')), 'hex'))
            returning digest""";

    private final ObjectMapper json;

    Evidences(ObjectMapper json) {
        this.json = json;
    }

    /** In the caller's transaction. */
    public Uni<Seal> keep(Evidence evidence) {
        Evidence.About about = evidence.about();
        return Panache.getSession().chain(session -> session.createNativeQuery(KEEP, String.class)
                .setParameter(1, evidence.id())
                .setParameter(2, about.subject())
                .setParameter(3, orNull(about.caseId()))
                .setParameter(4, about.authority())
                .setParameter(5, orNull(about.operatorId()))
                .setParameter(6, about.recipient())
                .setParameter(7, evidence.kind())
                .setParameter(8, evidence.attempt())
                .setParameter(9, evidence.receipt().outcome().word())
                .setParameter(10, evidence.at().atOffset(ZoneOffset.UTC))
                .setParameter(11, document(evidence))
                .getSingleResult()
                .call(digest -> source(session, evidence))
                .map(digest -> new Seal(evidence.id(), digest)));
    }

    /** The mail of a day is about no case in particular, and concerns no operator. */
    private static TypedParameterValue<UUID> orNull(UUID id) {
        return new TypedParameterValue<>(StandardBasicTypes.UUID, id);
    }

    private static Uni<Integer> source(Mutiny.Session session, Evidence evidence) {
        Optional<byte[]> source = evidence.receipt().source();
        return source.isEmpty()
                ? Uni.createFrom().item(0)
                : session.createNativeQuery("insert into service_evidence_source (evidence_id, source) values (?1, ?2)")
                        .setParameter(1, evidence.id())
                        .setParameter(2, source.get())
                        .executeUpdate();
    }

    /** In the caller's transaction: whether there is any of that kind. */
    public Uni<Boolean> has(UUID subject, String kind) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select exists (select 1 from service_evidence where subject_id = ?1 and kind = ?2)",
                        Boolean.class)
                .setParameter(1, subject)
                .setParameter(2, kind)
                .getSingleResult());
    }

    /**
     * The digest of what is cited in a case.
     *
     * @throws Refusal INVALID {@code evidence.not-of-case}
     */
    public Uni<String> cited(UUID evidence, UUID caseId) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select digest from service_evidence where id = ?1 and case_id = ?2", String.class)
                        .setParameter(1, evidence)
                        .setParameter(2, caseId)
                        .getSingleResultOrNull()))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.invalid("evidence.not-of-case", "There is no such evidence in the case"));
    }

    /** What was handed over; nothing when that was not kept. */
    Uni<byte[]> source(UUID evidence) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select source from service_evidence_source where evidence_id = ?1", byte[].class)
                .setParameter(1, evidence)
                .getSingleResultOrNull()));
    }

    private String document(Evidence evidence) {
        Evidence.About about = evidence.about();
        ObjectNode document = json.createObjectNode()
                .put("id", evidence.id().toString())
                .put("subject", about.subject().toString())
                .put("authority", about.authority())
                .put("recipient", about.recipient())
                .put("kind", evidence.kind())
                .put("attempt", evidence.attempt())
                .put("outcome", evidence.receipt().outcome().word())
                .put("at", evidence.at().toString());
        Optional.ofNullable(about.caseId()).ifPresent(id -> document.put("caseId", id.toString()));
        Optional.ofNullable(about.operatorId()).ifPresent(id -> document.put("operatorId", id.toString()));
        evidence.receipt().facts().forEach(document.putObject("facts")::put);
        try {
            return new JsonCanonicalizer(document.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

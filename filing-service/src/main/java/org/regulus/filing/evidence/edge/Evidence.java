package org.regulus.filing.evidence.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.PageRequest;
import org.regulus.common.rest.Rows;
import org.regulus.common.time.IdSource;
import org.regulus.filing.casefile.edge.CaseReaders;
import org.regulus.filing.casefile.edge.CaseRow;
import org.regulus.filing.casefile.edge.Cases;

/** Which proofs a case has, and who has read them. */
@ApplicationScoped
public class Evidence {

    static final int MOST_FILES = 1000;

    private final InstantSource clock;
    private final IdSource ids;
    private final EvidenceConfig config;

    Evidence(InstantSource clock, IdSource ids, EvidenceConfig config) {
        this.clock = clock;
        this.ids = ids;
        this.config = config;
    }

    /** @param isNew false when the case had the same bytes before */
    record Kept(EvidenceRow row, boolean isNew) {}

    /** Whether the operator may add to this case now; asked before its bytes are taken. */
    @WithTransaction
    Uni<CaseRow> open(Actor operator, UUID caseId) {
        return Rows.of(CaseRow.class, operator).one(caseId, "case.unknown").invoke(Evidence::checkOpen);
    }

    private static void checkOpen(CaseRow row) {
        if (row.isClosed()) {
            throw Refusal.conflict("case.closed", "The case is closed");
        }
    }

    /** Whether there is room for it, asked before its bytes are kept: what is refused for the quota takes no space. */
    @WithTransaction
    Uni<Void> admit(UUID caseId, Arriving arrived) {
        return find(caseId, arrived.digest())
                .chain(present -> present != null ? Uni.createFrom().voidItem() : room(caseId, arrived.bytes()));
    }

    /** The bytes are in the store. The case is locked: two files at once do not exceed the quota together. */
    @WithTransaction
    Uni<Kept> keep(Actor operator, UUID caseId, String name, Arriving arrived) {
        return Cases.locked(operator, caseId).invoke(Evidence::checkOpen).chain(of -> find(caseId, arrived.digest())
                .chain(present -> present != null
                        ? Uni.createFrom().item(new Kept(present, false))
                        : room(caseId, arrived.bytes())
                                .chain(() -> insert(operator, of, name, arrived))
                                .map(row -> new Kept(row, true))));
    }

    private Uni<EvidenceRow> insert(Actor operator, CaseRow of, String name, Arriving arrived) {
        EvidenceRow row = new EvidenceRow();
        row.id = ids.next();
        row.caseId = of.id;
        row.authority = of.authority;
        row.operatorId = of.operatorId;
        row.digest = arrived.digest();
        row.name = name;
        row.type = arrived.type();
        row.bytes = arrived.bytes();
        row.uploadedAt = clock.instant();
        row.uploadedBy = operator.subject();
        return Panache.getSession().chain(session -> session.persist(row)).replaceWith(row);
    }

    private Uni<Void> room(UUID caseId, long more) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select count(*), coalesce(sum(bytes), 0) from evidence where case_id = ?1", Object[].class)
                .setParameter(1, caseId)
                .getSingleResult()
                .invoke(stored -> {
                    if (((Number) stored[0]).longValue() >= MOST_FILES) {
                        throw Refusal.conflict(
                                "evidence.too-many", "A case has at most %d files".formatted(MOST_FILES));
                    }
                    config.policy().checkQuota(((Number) stored[1]).longValue(), more);
                })
                .replaceWithVoid());
    }

    @WithSession
    Uni<List<EvidenceRow>> list(Actor reader, UUID caseId, PageRequest page) {
        return ofCase(EvidenceRow.class, reader, caseId, page);
    }

    @WithSession
    Uni<List<EvidenceReadRow>> readings(Actor reader, UUID caseId, PageRequest page) {
        return ofCase(EvidenceReadRow.class, reader, caseId, page);
    }

    private static <R> Uni<List<R>> ofCase(Class<R> type, Actor reader, UUID caseId, PageRequest page) {
        return CaseReaders.cases(reader).one(caseId, "case.unknown").chain(of -> CaseReaders.readable(
                        type, reader, "caseId")
                .and("caseId = :case", "case", caseId)
                .page(page));
    }

    /** The proof, with the reading of it recorded. */
    @WithTransaction
    Uni<EvidenceRow> read(Actor reader, UUID caseId, String digest) {
        return CaseReaders.readable(EvidenceRow.class, reader, "caseId")
                .and("caseId = :case", "case", caseId)
                .and("digest = :digest", "digest", digest)
                .single("evidence.unknown", "There is no such file in case " + caseId)
                .call(row -> Panache.getSession().chain(session -> session.persist(reading(reader, row))));
    }

    private EvidenceReadRow reading(Actor reader, EvidenceRow row) {
        EvidenceReadRow reading = new EvidenceReadRow();
        reading.id = ids.next();
        reading.evidenceId = row.id;
        reading.caseId = row.caseId;
        reading.authority = row.authority;
        reading.operatorId = row.operatorId;
        reading.digest = row.digest;
        reading.reader = reader.subject();
        reading.readAt = clock.instant();
        return reading;
    }

    private static Uni<EvidenceRow> find(UUID caseId, String digest) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from EvidenceRow where caseId = :case and digest = :digest", EvidenceRow.class)
                .setParameter("case", caseId)
                .setParameter("digest", digest)
                .getSingleResultOrNull());
    }

    /** Which of these digests the case has; in the caller's session. */
    public static Uni<Set<String>> held(UUID caseId, Set<String> digests) {
        return digests.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Panache.getSession()
                        .chain(session -> session.createSelectionQuery(
                                        "select digest from EvidenceRow where caseId = :case and digest in :digests",
                                        String.class)
                                .setParameter("case", caseId)
                                .setParameter("digests", digests)
                                .getResultList())
                        .map(Set::copyOf);
    }
}

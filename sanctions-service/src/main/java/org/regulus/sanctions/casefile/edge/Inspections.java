package org.regulus.sanctions.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.regulus.sanctions.casefile.ConcludedInspection;

/** The projection's shelf: keeps the newest word on each inspection, in the caller's transaction. */
@ApplicationScoped
public class Inspections {

    private final CaseHolders holders;

    Inspections(CaseHolders holders) {
        this.holders = holders;
    }

    /** Locked until the transaction ends, so that two officers cannot order the same inspection's findings at once. */
    public Uni<Optional<ConcludedInspection>> lock(UUID inspectionId) {
        return Panache.getSession()
                .chain(session -> session.find(InspectionRow.class, inspectionId, LockMode.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(InspectionRow::toDomain));
    }

    /** An older word that arrives later changes nothing. What is concluded after the case went elsewhere is for who holds it now. */
    public Uni<Void> keep(ConcludedInspection concluded) {
        return holders.held(concluded.subject().caseId())
                .map(holder -> holder.map(concluded::heldBy).orElse(concluded))
                .chain(Inspections::store);
    }

    private static Uni<Void> store(ConcludedInspection inspection) {
        return Panache.getSession().chain(session -> session.find(InspectionRow.class, inspection.inspectionId())
                .chain(row -> {
                    if (row == null) {
                        return session.persist(InspectionRow.of(inspection));
                    }
                    if (inspection.isNewerThan(row.toDomain())) {
                        row.show(inspection);
                    }
                    return Uni.createFrom().voidItem();
                }));
    }
}

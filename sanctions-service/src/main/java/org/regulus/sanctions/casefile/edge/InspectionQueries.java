package org.regulus.sanctions.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.rest.Page;
import org.regulus.common.rest.PageRequest;
import org.regulus.sanctions.casefile.Finding;

/** What waits for an order. */
@ApplicationScoped
class InspectionQueries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    record InspectionView(
            UUID inspectionId,
            UUID caseId,
            UUID campaignId,
            UUID operatorId,
            String authority,
            List<Finding> findings,
            Instant concludedAt) {}

    /** The officer's authority's inspections with issues, for which no order was made yet. */
    Uni<Page<InspectionView>> awaitingOrder(Actor officer, PageRequest page) {
        return Panache.withSession(() -> Panache.getSession().chain(session -> session.createQuery(
                                """
                                from InspectionRow i where i.authority = ?1 and i.inspectionId > ?2
                                  and not exists (select 1 from OrderRow o where o.inspectionId = i.inspectionId)
                                order by i.inspectionId""",
                                InspectionRow.class)
                        .setParameter(1, officer.requireAuthority())
                        .setParameter(2, page.after() == null ? BEFORE_ALL : page.after())
                        .setMaxResults(page.limit() + 1)
                        .getResultList()))
                .map(rows -> Page.of(rows, page, row -> row.inspectionId).map(InspectionQueries::view));
    }

    private static InspectionView view(InspectionRow row) {
        return new InspectionView(
                row.inspectionId,
                row.caseId,
                row.campaignId,
                row.operatorId,
                row.authority,
                row.findings.all(),
                row.concludedAt);
    }
}

package org.regulus.filing.obligation.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;
import org.regulus.common.actor.Scope;
import org.regulus.common.rest.PageRequest;

/** Reads what an operator owes, from filings, risk stages and duties, in one query. */
@ApplicationScoped
class Obligations {

    private static final String OWED =
            """
            with owed as (
              select c.id, case when f.state = 'returned' then 'file-again' else 'file' end kind, c.id case_id, c.authority,
                     k.filing_opens_at opens_at, c.filing_due_at due_at, k.rule_set, k.legal_basis, k.title_zh, k.title_en,
                     k.id source_id, cast(null as text) stage, cast(null as bigint) amount_minor, cast(null as text) currency,
                     k.scope
              from case_file c join campaign k on k.id = c.campaign_id left join filing f on f.case_id = c.id
              where c.operator_id = ?1 and c.state <> 'closed'
                and (f.state is null or f.state not in ('submitted', 'accepted'))
              union all
              select s.id, 'report-risk', s.case_id, s.authority, r.reported_at, s.due_at, r.rule_set, null, null, null,
                     r.id, s.stage, null, null, null
              from risk_stage s join risk_report r on r.id = s.risk_id
              where s.operator_id = ?1 and s.done_by = 'operator' and s.done_at is null and s.fell_away_at is null
              union all
              select d.id, d.kind, d.case_id, d.authority, d.since, d.due_at, null, null, null, null,
                     d.source_id, null, d.amount_minor, d.currency, null
              from duty d where d.operator_id = ?1 and d.met_at is null)
            select o.id, o.kind, o.case_id, c.case_number, o.authority, o.opens_at, o.due_at, o.rule_set, o.legal_basis,
                   o.title_zh, o.title_en, o.source_id, o.stage, o.amount_minor, o.currency, o.scope,
                   c.province, c.licence_class, array_to_string(c.system_kinds, ',')
            from owed o join case_file c on c.id = o.case_id
            where (cast(?2 as text) is null or o.authority = ?2) and (cast(?3 as uuid) is null or o.id > ?3)
              and (cast(?5 as uuid) is null or cast(?1 as uuid) = cast(?5 as uuid))
            order by o.id limit ?4""";

    /**
     * @param kind a word of {@link org.regulus.filing.obligation.ObligationKind}
     * @param sourceId what laid it down: campaign, risk report, inspection, order, proceeding
     * @param scope of the campaign, as JSON; null for anything else
     */
    record Owed(
            UUID id,
            String kind,
            UUID caseId,
            String caseNumber,
            String authority,
            Instant opensAt,
            Instant dueAt,
            String ruleSet,
            String legalBasis,
            String titleZh,
            String titleEn,
            UUID sourceId,
            String stage,
            Long amountMinor,
            String currency,
            String scope,
            String province,
            String licenceClass,
            String systemKinds) {

        private static Instant instant(Object column) {
            return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
        }

        /** The columns in the query's order. */
        static Owed of(Object[] row) {
            return new Owed(
                    (UUID) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    (String) row[3],
                    (String) row[4],
                    instant(row[5]),
                    instant(row[6]),
                    (String) row[7],
                    (String) row[8],
                    (String) row[9],
                    (String) row[10],
                    (UUID) row[11],
                    (String) row[12],
                    (Long) row[13],
                    (String) row[14],
                    (String) row[15],
                    (String) row[16],
                    (String) row[17],
                    (String) row[18]);
        }
    }

    /** Up to one more than the page holds, oldest first: an operator's to all, or to the authority that asks. */
    @WithSession
    Uni<List<Owed>> of(UUID operatorId, Scope scope, PageRequest page) {
        return Panache.getSession().chain(session -> session.createNativeQuery(OWED, Object[].class)
                .setParameter(1, operatorId)
                .setParameter(2, new TypedParameterValue<>(StandardBasicTypes.STRING, scope.authority()))
                .setParameter(3, new TypedParameterValue<>(StandardBasicTypes.UUID, page.after()))
                .setParameter(4, page.limit() + 1)
                .setParameter(5, new TypedParameterValue<>(StandardBasicTypes.UUID, scope.operatorId()))
                .getResultList()
                .map(rows -> rows.stream().map(Owed::of).toList()));
    }
}

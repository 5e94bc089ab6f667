package org.regulus.sanctions.figures.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.regulus.sanctions.figures.Figure;

/** The figures of one authority, each a query that adds up in the database. Days are net: paused time is taken off. */
@ApplicationScoped
class FigureQueries {

    /** Orders by state. */
    private static final String ORDERS =
            """
            select 'orders', state, count(*) from rectification_order where authority = ?1 and cast(?2 as date) is not null
            group by state""";

    /** Items whose day has passed and that have not passed themselves, of orders whose time runs. */
    private static final String OVERDUE_ITEMS =
            """
            select 'overdue-items', '', count(*)
            from rectification_order, jsonb_array_elements(contents -> 'items') item
            where authority = ?1 and state in ('ordered', 'overdue') and cast(item ->> 'dueOn' as date) < cast(?2 as date)
              and item ->> 'daysFromService' is null
              and not exists (select 1 from jsonb_array_elements(item -> 'verdicts') verdict
                              where cast(verdict ->> 'passed' as boolean))""";

    /** From the order to its verification, on average, without the days of suspensions. */
    private static final String DAYS_TO_RECTIFY =
            """
            select 'days-to-rectify', 'average', coalesce(round(avg(
              extract(epoch from state_at - ordered_at) / 86400
              - coalesce((select sum(cast(entry -> 'note' ->> 'days' as int))
                          from jsonb_array_elements(contents -> 'notes') entry
                          where entry -> 'note' ->> 'kind' = 'resumed'), 0))), 0)
            from rectification_order where authority = ?1 and state = 'verified' and cast(?2 as date) is not null""";

    /** Those that are not over, by stage and age; the days on which a challenge was pending are taken off. */
    private static final String PROCEEDINGS =
            """
            with aged as (
              select state, (cast(?2 as date) - cast(coalesce(proposed_at, state_at) at time zone 'Asia/Shanghai' as date)) - coalesce((
                select sum(case entry -> 'sheet' ->> 'kind'
                             when 'challenged' then cast(?2 as date) - cast(entry -> 'sheet' ->> 'filedOn' as date)
                             else cast(entry -> 'sheet' ->> 'resolvedOn' as date) - cast(?2 as date) end)
                from jsonb_array_elements(dossier -> 'entries') entry
                where entry -> 'sheet' ->> 'kind' in ('challenged', 'challenge-resolved')), 0) as days
              from penalty_proceeding
              where authority = ?1 and state not in ('closed', 'withdrawn', 'revoked', 'transferred'))
            select 'proceedings', state || ' ' || case when days <= 30 then '0-30' when days <= 60 then '31-60'
                                                       when days <= 90 then '61-90' else 'over-90' end as detail, count(*)
            from aged group by detail""";

    /**
     * In minor units by currency, each fine by itself, and those on persons once more apart. What was revoked or lifted counts nowhere; what was
     * paid beyond a fine that a challenge made smaller is given back elsewhere.
     */
    private static final String FINES =
            """
            with imposed as (
              select id, currency, dossier, penalty, number
              from penalty_proceeding, jsonb_array_elements(
                     (case when jsonb_typeof(imposed -> 'main') = 'object' then jsonb_build_array(imposed -> 'main')
                           else '[]' end) || (imposed -> 'further')) with ordinality as part (penalty, number)
              where authority = ?1 and state <> 'revoked' and cast(?2 as date) is not null and imposed is not null),
            fine as (
              select currency, penalty ->> 'person' is not null as of_person,
                     cast(penalty ->> 'amountMinor' as bigint) as decided,
                     least(cast(penalty ->> 'amountMinor' as bigint), coalesce((
                       select sum(cast(entry -> 'sheet' -> 'amount' ->> 'minor' as bigint))
                       from jsonb_array_elements(dossier -> 'entries') entry
                       where entry -> 'sheet' ->> 'kind' in ('part-paid', 'person-paid')
                         and coalesce(cast(entry -> 'sheet' ->> 'penalty' as bigint), 0)
                             = case when penalty ->> 'person' is null then 0 else number end), 0)) as paid
              from imposed
              where penalty ->> 'kind' = 'fine' and penalty ->> 'amountMinor' is not null)
            select 'fines-decided-minor', currency, sum(decided) from fine group by currency
            union all select 'fines-paid-minor', currency, sum(paid) from fine group by currency
            union all select 'fines-outstanding-minor', currency, sum(decided - paid) from fine group by currency
            union all select 'fines-on-persons-decided-minor', currency, sum(decided) from fine where of_person group by currency
            union all select 'fines-on-persons-paid-minor', currency, sum(paid) from fine where of_person group by currency
            union all select 'fines-on-persons-outstanding-minor', currency, sum(decided - paid)
                      from fine where of_person group by currency""";

    Uni<List<Figure>> of(String authority, LocalDate today) {
        List<Figure> all = new ArrayList<>();
        return Panache.withSession(() -> Panache.getSession().chain(session -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (String sql : List.of(ORDERS, OVERDUE_ITEMS, DAYS_TO_RECTIFY, PROCEEDINGS, FINES)) {
                done = done.chain(() -> add(session, sql, authority, today, all));
            }
            return done.replaceWith(all);
        }));
    }

    private static Uni<Void> add(
            Mutiny.Session session, String sql, String authority, LocalDate today, List<Figure> all) {
        return session.createNativeQuery(
                        "select name, detail, value from (%s) figure (name, detail, value) order by 1, 2"
                                .formatted(sql),
                        Object[].class)
                .setParameter(1, authority)
                .setParameter(2, today)
                .getResultList()
                .invoke(rows -> rows.forEach(
                        row -> all.add(new Figure((String) row[0], (String) row[1], ((Number) row[2]).longValue()))))
                .replaceWithVoid();
    }
}

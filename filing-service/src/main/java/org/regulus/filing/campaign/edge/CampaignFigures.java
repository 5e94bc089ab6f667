package org.regulus.filing.campaign.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How a campaign's filing goes.
 *
 * @param cases all of them
 * @param drafted of these, with at least a draft
 * @param filed submitted at least once
 * @param late first submitted after the last day
 * @param accepted found complete
 * @param days the authority's days on which something was submitted, oldest first
 */
record CampaignFigures(
        long cases,
        long drafted,
        long filed,
        long late,
        long accepted,
        List<Day> days,
        List<Part> byProvince,
        List<Part> byLicenceClass,
        List<Part> bySystemKind) {

    /** @param again of the submissions, those after a return */
    record Day(LocalDate day, long submissions, long again) {}

    record Part(String of, long cases, long filed) {}

    /** Figures, parts and days, as rows of one shape: what, of which, and up to five counts. */
    private static final String SQL =
            """
            with c as (
              select c.province, c.licence_class, c.system_kinds, f.id as filing, f.state not in ('draft', 'withdrawn') as filed,
                     f.state = 'accepted' as accepted,
                     f.late
              from case_file c left join filing f on f.case_id = c.id where c.campaign_id = ?1)
            select 'all', '', count(*), count(filing), count(*) filter (where filed), count(*) filter (where late),
                   count(*) filter (where accepted) from c
            union all select 'province', province, count(*), count(*) filter (where filed), 0, 0, 0 from c group by 2
            union all select 'class', licence_class, count(*), count(*) filter (where filed), 0, 0, 0 from c group by 2
            union all select 'kind', kind, count(*), count(*) filter (where filed), 0, 0, 0
                      from c, unnest(system_kinds) kind group by 2
            union all select 'day', to_char(s.submitted_at at time zone a.zone, 'YYYY-MM-DD'), count(*),
                             count(*) filter (where s.number > 1), 0, 0, 0
                      from submission s join filing f on f.id = s.filing_id join authority a on a.code = f.authority
                      where f.campaign_id = ?1 group by 2
            order by 1, 2""";

    /** @param campaignId one that the asker may see */
    static Uni<CampaignFigures> of(UUID campaignId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(SQL, Object[].class)
                .setParameter(1, campaignId)
                .getResultList()
                .map(CampaignFigures::from));
    }

    private static CampaignFigures from(List<Object[]> rows) {
        Object[] all = only(rows, "all").get(0);
        return new CampaignFigures(
                count(all, 2),
                count(all, 3),
                count(all, 4),
                count(all, 5),
                count(all, 6),
                only(rows, "day").stream()
                        .map(row -> new Day(LocalDate.parse((String) row[1]), count(row, 2), count(row, 3)))
                        .toList(),
                parts(rows, "province"),
                parts(rows, "class"),
                parts(rows, "kind"));
    }

    private static List<Part> parts(List<Object[]> rows, String what) {
        return only(rows, what).stream()
                .map(row -> new Part((String) row[1], count(row, 2), count(row, 3)))
                .toList();
    }

    private static List<Object[]> only(List<Object[]> rows, String what) {
        return rows.stream().filter(row -> row[0].equals(what)).toList();
    }

    private static long count(Object[] row, int column) {
        return ((Number) row[column]).longValue();
    }
}

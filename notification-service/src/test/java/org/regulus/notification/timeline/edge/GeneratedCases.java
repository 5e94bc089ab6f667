package org.regulus.notification.timeline.edge;

import java.sql.SQLException;
import org.regulus.notification.edge.Database;

/** As many cases as asked for, straight into the tables, as a platform has them after five years. */
final class GeneratedCases {

    /**
     * Ids in the order of time. GENA holds half, four others an eighth each; the former years' cases are closed nearly all, this year's stand
     * everywhere, and in GENE mostly at their filing; ten cases for each operator; one case in a hundred is in nobody's hands. Each is drawn by
     * a hash of its own, so that nothing goes with anything but the year.
     */
    private static final String CASES =
            """
            insert into known_case (id, authority, operator_id, operator_name, case_number, campaign_id, province, kind, phase, opened_at,
                                    next_due, next_due_at, assigned_to)
            select id, authority, cast(md5(cast(operator as text)) as uuid),
                   (array['北京','上海','广东','江苏','浙江','四川','湖北','福建'])[1 + (o >> 3) % 8] || chr(cast(19968 + (o >> 6) % 2000 as int))
                     || chr(cast(19968 + operator % 3000 as int)) || (array['科技','能源','通信','数据','交通','水务'])[1 + (o >> 17) % 6] || '有限公司',
                   authority || '-' || 2015 + year || '-NS-' || lpad(cast(n as text), 8, '0'), cast(md5(year || authority) as uuid),
                   cast(11 + (h >> 15) % 31 as text), case when h % 20 = 0 then 'risk' else 'campaign' end, phase, clock_timestamp(),
                   case when phase <> 'closed' then phase end,
                   case when phase <> 'closed' then clock_timestamp() + make_interval(hours => cast(h % 2400 as int) - 200) end,
                   case when h % 100 > 0 then case when h % 400 = 1 then 'case-officer@' || authority else 'officer-' || h % 300 end end
            from (select *, case
                    when year < 4 and h % 100 < 97 then 'closed'
                    when authority = 'GENE' and h % 50 < 44 then 'filing'
                    else (array['filing','filing','filing','filing','review','review','filed','inspection','rectification','penalty'])
                           [1 + (h >> 7) % 10] end as phase
                  from (select n, n * 5 / (CASES + 1) as year, n % (CASES / 10 + 1) as operator,
                               hashint8extended(n % (CASES / 10 + 1), 1) & 2147483647 as o, hashint8extended(n, 2) & 2147483647 as h,
                               (array['GENA','GENA','GENA','GENA','GENB','GENC','GEND','GENE'])[1 + (hashint8extended(n, 3) & 7)] as authority,
                               cast(lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8'
                                 || substr(md5(cast(n as text)), 1, 15) as uuid) as id
                        from generate_series(cast(1 as bigint), CASES) as n) as drawn) as made""";

    /** One case in a hundred of GENA's is read by GENB, too. */
    private static final String SHARED =
            """
            insert into case_reader (authority, case_id)
            select 'GENB', id from known_case where authority = 'GENA' and uuid_hash(id) % 100 = 0""";

    /** The n-th event of each case, then the next one of each, so that ids come in the order of time. */
    private static final String EVENTS =
            """
            insert into timeline_entry (id, case_id, authority, operator_id, type, happened_at, aggregate_type, aggregate_id, sequence,
                                        for_operator)
            select cast(lpad(to_hex(1700000000000 + number * cast(4000000000 as bigint)), 12, '0') || substr(cast(id as text), 14) as uuid),
                   id, authority, operator_id, 'regulus.filing.case-opened.v1', clock_timestamp(), 'case', id, number, true
            from generate_series(1, EVENTS) as number, known_case where authority like 'GEN_'""";

    private GeneratedCases() {}

    static void make(Database database, int cases, int eventsOfEach) throws SQLException {
        String byName = database.text("select indexdef from pg_indexes where indexname = 'known_case_by_name'");
        database.execute("drop index known_case_by_name"); // at once is much faster than one by one
        database.execute(CASES.replace("CASES", String.valueOf(cases)));
        database.execute(byName);
        database.execute(SHARED);
        database.execute(EVENTS.replace("EVENTS", String.valueOf(eventsOfEach)));
        for (String table : new String[] {"known_case", "case_reader", "timeline_entry"}) {
            database.execute("vacuum analyze " + table);
        }
    }
}

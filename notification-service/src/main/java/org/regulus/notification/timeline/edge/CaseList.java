package org.regulus.notification.timeline.edge;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL by which {@link CaseCriteria} finds cases {@code c}: those that the authority ?2 holds, those that others share with it, and those
 * of the operator ?1. Each of the three is asked for by itself: with "or" between them PostgreSQL goes through everybody's cases.
 */
public final class CaseList {

    /** The number that the first parameter behind those of {@link CaseCriteria#bound} has. */
    public static final int NEXT = 11;

    private static final String SHARED =
            "case_reader r join known_case c on c.id = r.case_id where r.authority = ?2 and r.holder <> ?2";

    /** What the case's row has {@code {facts}} says, or what its reader was told of it. Positions before grams: these cost more. */
    private static final String FILTER =
            """
             and (cast(?3 as text) is null or {holder} = ?3)
             and (cast(?4 as uuid) is null or {facts}.campaign_id = ?4)
             and (cast(?5 as text) is null or {facts}.phase = ?5)
             and (cast(?6 as text) is null or {facts}.province = ?6)
             and (cast(?7 as text) is null or {facts}.kind = ?7)
             and (cast(?8 as timestamptz) is null or {facts}.next_due_at < ?8)
             and (cast(?9 as text) is null or c.case_number like number_start(?9) or c.id = meant_id(?9)
                  or c.operator_id = meant_id(?9)
                  or position(lower(?9) in lower(c.operator_name)) > 0 and name_grams(c.operator_name) @> asked_grams(?9))
             and (cast(?10 as text) is null
                  or case when ?10 = 'nobody' then {facts}.assigned_to is null else {facts}.assigned_to = ?10 end)
            """;

    /** By the expression that the indexes are in order of. */
    private static final String PAGE =
            " and uuid_send({id}) > uuid_send(cast(?11 as uuid)) order by uuid_send({id}) limit ?12";

    private CaseList() {}

    /** At most ?12 of those whose ids are behind ?11, in the order of their ids. */
    public static String page(String columns) {
        return "select " + columns + " from (" + all("c.*", PAGE) + ") c order by uuid_send(c.id) limit ?12";
    }

    /** At most ?11, in any order. */
    static String some(String columns) {
        return "select * from (" + all(columns, " limit ?11") + ") c limit ?11";
    }

    private static String all(String columns, String rest) {
        return Stream.of(
                        from("known_case c where c.authority = ?2", columns, rest, "c", "c.authority", "c.id"),
                        from(SHARED, columns, rest, "r", "r.holder", "r.case_id"),
                        from("known_case c where c.operator_id = ?1", columns, rest, "c", "c.authority", "c.id"))
                .collect(Collectors.joining(" union all "));
    }

    private static String from(String source, String columns, String rest, String facts, String holder, String id) {
        return ("(select " + columns + " from " + source + FILTER + rest + ")")
                .replace("{facts}", facts)
                .replace("{holder}", holder)
                .replace("{id}", id);
    }
}

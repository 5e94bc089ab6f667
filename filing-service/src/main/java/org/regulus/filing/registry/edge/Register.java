package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Answers other features' questions about an authority's register. */
@ApplicationScoped
public class Register {

    private static final String IN_SCOPE =
            """
            where authority = ?1 and status <> 'ceased'
              and (?2 = '' or province = any(string_to_array(?2, ',')))
              and (?3 = '' or licence_class = any(string_to_array(?3, ',')))
              and (?4 = '' or system_kinds && string_to_array(?4, ','))""";

    /**
     * An operator in a scope, with the facts that its case keeps.
     *
     * @param creditClass null when it has none
     */
    public record InScope(
            UUID operatorId, String province, String licenceClass, String[] systemKinds, String creditClass) {}

    /**
     * The operators in scope, ordered by USCC so that case numbers can be foreseen. An empty collection means all.
     *
     * @param limit the most that are answered
     */
    public Uni<List<InScope>> inScope(
            String authority,
            Collection<String> provinces,
            Collection<String> licenceClasses,
            Collection<String> systemKinds,
            int limit) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        """
                        select operator_id, province, licence_class, array_to_string(system_kinds, ','), credit_class
                        from registration
                        """
                                + IN_SCOPE + " order by uscc limit ?5",
                        Object[].class)
                .setParameter(1, authority)
                .setParameter(2, String.join(",", provinces))
                .setParameter(3, String.join(",", licenceClasses))
                .setParameter(4, String.join(",", systemKinds))
                .setParameter(5, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new InScope(
                                (UUID) row[0], (String) row[1], (String) row[2], ((String) row[3]).split(","), (String)
                                        row[4]))
                        .toList()));
    }

    /** How many operators are in a scope, in all and by each fact that a scope can name. Who has several kinds counts for each. */
    public record ScopeCounts(
            long operators,
            SortedMap<String, Long> byProvince,
            SortedMap<String, Long> byLicenceClass,
            SortedMap<String, Long> bySystemKind) {}

    /** Of those whom {@link #inScope} answers. */
    public Uni<ScopeCounts> count(
            String authority,
            Collection<String> provinces,
            Collection<String> licenceClasses,
            Collection<String> systemKinds) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "with scope as (select province, licence_class, system_kinds from registration " + IN_SCOPE
                                + """
                        )
                        select 'all', '', count(*) from scope
                        union all select 'province', province, count(*) from scope group by province
                        union all select 'class', licence_class, count(*) from scope group by licence_class
                        union all select 'kind', kind, count(*) from scope, unnest(system_kinds) kind group by kind""",
                        Object[].class)
                .setParameter(1, authority)
                .setParameter(2, String.join(",", provinces))
                .setParameter(3, String.join(",", licenceClasses))
                .setParameter(4, String.join(",", systemKinds))
                .getResultList()
                .map(rows -> new ScopeCounts(
                        counts(rows, "all").getOrDefault("", 0L),
                        counts(rows, "province"),
                        counts(rows, "class"),
                        counts(rows, "kind"))));
    }

    private static SortedMap<String, Long> counts(List<Object[]> rows, String of) {
        SortedMap<String, Long> counts = new TreeMap<>();
        rows.stream()
                .filter(row -> row[0].equals(of))
                .forEach(row -> counts.put((String) row[1], ((Number) row[2]).longValue()));
        return counts;
    }

    /** How this authority has the operator; null when it has not. Locked, so that one operator's reports open one case. */
    public Uni<InScope> entry(String authority, UUID operatorId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from " + RegistrationRow.class.getName()
                                + " where authority = :authority and operatorId = :operator",
                        RegistrationRow.class)
                .setParameter("authority", authority)
                .setParameter("operator", operatorId)
                .setLockMode(org.hibernate.LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new InScope(
                                row.operatorId, row.province, row.licenceClass, row.systemKinds, row.creditClass)));
    }
}

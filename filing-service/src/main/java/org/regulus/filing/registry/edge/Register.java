package org.regulus.filing.registry.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Answers other features' questions about an authority's register. */
@ApplicationScoped
public class Register {

    /** An operator in a scope, with the facts that its case keeps. */
    public record InScope(UUID operatorId, String province, String licenceClass, String[] systemKinds) {}

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
                        select operator_id, province, licence_class, array_to_string(system_kinds, ',') from registration
                        where authority = ?1
                          and (?2 = '' or province = any(string_to_array(?2, ',')))
                          and (?3 = '' or licence_class = any(string_to_array(?3, ',')))
                          and (?4 = '' or system_kinds && string_to_array(?4, ','))
                        order by uscc limit ?5""",
                        Object[].class)
                .setParameter(1, authority)
                .setParameter(2, String.join(",", provinces))
                .setParameter(3, String.join(",", licenceClasses))
                .setParameter(4, String.join(",", systemKinds))
                .setParameter(5, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new InScope(
                                (UUID) row[0], (String) row[1], (String) row[2], ((String) row[3]).split(",")))
                        .toList()));
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
                        : new InScope(row.operatorId, row.province, row.licenceClass, row.systemKinds)));
    }
}

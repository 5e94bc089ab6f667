package org.regulus.filing.registry.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.filing.registry.CompetenceRule;
import org.regulus.filing.registry.Hierarchy;

/** The authorities of this installation. There are dozens, not thousands: they are read whole. */
@ApplicationScoped
public class Authorities {

    private static final TypeReference<List<CompetenceRule>> RULES = new TypeReference<>() {};

    private final ObjectMapper json;

    Authorities(ObjectMapper json) {
        this.json = json;
    }

    /** In the caller's session. */
    public Uni<Hierarchy> hierarchy() {
        return all().map(rows -> new Hierarchy(rows.stream()
                .map(row -> new Hierarchy.Authority(row.code, row.superior, rules(row)))
                .toList()));
    }

    /** In the caller's session; ordered by code. */
    static Uni<List<AuthorityRow>> all() {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Authority order by code", AuthorityRow.class)
                        .getResultList());
    }

    List<CompetenceRule> rules(AuthorityRow row) {
        try {
            return json.readValue(row.competence, RULES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Refusal INVALID {@code authority.superior}, {@code authority.competence} with every flaw */
    @WithTransaction
    Uni<AuthorityRow> put(AuthorityRow row, List<CompetenceRule> rules) {
        List<Flaw> flaws = IntStream.range(0, rules.size())
                .mapToObj(i -> rules.get(i).flaws("/competence/" + i))
                .flatMap(List::stream)
                .toList();
        if (!flaws.isEmpty()) {
            throw Refusal.invalid("authority.competence", "The rules have %d flaw(s)".formatted(flaws.size()), flaws);
        }
        row.competence = write(rules);
        return hierarchy()
                .invoke(known -> checkSuperior(known, row))
                .chain(Panache::getSession)
                .chain(session -> session.merge(row));
    }

    private static void checkSuperior(Hierarchy known, AuthorityRow row) {
        if (row.superior != null && (!known.knows(row.superior) || known.wouldCircle(row.code, row.superior))) {
            throw Refusal.invalid(
                    "authority.superior", "An authority of this installation that does not answer to " + row.code);
        }
    }

    private String write(List<CompetenceRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package org.regulus.filing.risk.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.problem.Refusal;
import org.regulus.common.rest.Rows;
import org.regulus.filing.casefile.CaseOutcome;
import org.regulus.filing.casefile.edge.CaseRow;
import org.regulus.filing.casefile.edge.Cases;
import org.regulus.filing.registry.edge.Competences;
import org.regulus.filing.registry.edge.Register;
import org.regulus.filing.risk.RiskReport;

/** Which case a risk report belongs to, and when that case needs nothing more. In the caller's transaction. */
@ApplicationScoped
class RiskCases {

    private final Register register;
    private final Competences competences;
    private final Cases cases;

    RiskCases(Register register, Competences competences, Cases cases) {
        this.register = register;
        this.competences = competences;
        this.cases = cases;
    }

    /** The case that the report names, the operator's open case with the authority, or a new one. */
    Uni<CaseRow> of(Actor operator, RiskResource.NewRisk risk, Instant now) {
        if (risk.caseId() != null) {
            return Rows.of(CaseRow.class, operator)
                    .one(risk.caseId(), "case.unknown")
                    .invoke(row -> {
                        if (row.isClosed()) {
                            throw Refusal.conflict("case.closed", "The case is closed; report without it");
                        }
                        if (risk.authority() != null && !row.authority.equals(risk.authority())) {
                            throw Refusal.invalid("risk.case-of-another-authority", "It is a case of " + row.authority);
                        }
                    });
        }
        return addressee(operator, risk.authority())
                .chain(authority -> joined(authority, operator.requireOperator(), now));
    }

    /** Without a name, the one authority that is competent and has the operator in its register. */
    private Uni<String> addressee(Actor operator, String named) {
        if (named != null) {
            return Uni.createFrom().item(named);
        }
        return competences.registeredWith(operator, operator.requireOperator()).map(competent -> {
            if (competent.size() != 1) {
                throw Refusal.invalid("risk.authority-needed", "Name the authority; competent are " + competent);
            }
            return competent.get(0);
        });
    }

    private Uni<CaseRow> joined(String authority, UUID operatorId, Instant now) {
        return register.entry(authority, operatorId).chain(entry -> {
            if (entry == null) {
                throw Refusal.invalid("risk.authority-unknown", "You are not registered with " + authority);
            }
            return openCase(authority, operatorId)
                    .chain(row -> row != null ? Uni.createFrom().item(row) : cases.openForRisk(authority, entry, now));
        });
    }

    private static Uni<CaseRow> openCase(String authority, UUID operatorId) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from CaseRow where authority = :authority and operatorId = :operator and state <> 'closed' order by id desc",
                        CaseRow.class)
                .setParameter("authority", authority)
                .setParameter("operator", operatorId)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** Of two reports the last one that needs nothing more closes the case, when it is about risks only. */
    Uni<Void> triaged(RiskRow risk) {
        if (risk.report().outcome() != RiskReport.Outcome.NO_ACTION) {
            return Uni.createFrom().voidItem();
        }
        return othersWait(risk)
                .chain(wait -> wait
                        ? Uni.createFrom().voidItem()
                        : cases.close(risk.caseId, CaseOutcome.NO_ACTION, CaseRow::isAboutRiskOnly));
    }

    /** Whether the case has another report that is untriaged or calls for an inspection. */
    private static Uni<Boolean> othersWait(RiskRow row) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "select count(*) from RiskRow where caseId = :case and id <> :id and outcome <> 'no-action'",
                        Long.class)
                .setParameter("case", row.caseId)
                .setParameter("id", row.id)
                .getSingleResult()
                .map(count -> count > 0));
    }
}

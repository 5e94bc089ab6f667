package org.regulus.sanctions.ruleset.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.ProcedureRules;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleBook;
import org.regulus.sanctions.ruleset.SurchargeRule;
import org.regulus.sanctions.ruleset.Validity;

/** A file of rules as people write it; anything wrong in it stops the service from starting. */
record RuleFile(List<WrittenProvision> provisions, List<WrittenProcedure> procedures) {

    record WrittenProvision(
            String id,
            LocalDate validFrom,
            LocalDate validTo,
            String article,
            List<String> kinds,
            long minMinor,
            long maxMinor,
            String currency,
            boolean needsRefusal,
            String source,
            boolean verified) {

        Provision read() {
            return new Provision(
                    id,
                    article,
                    new Validity(validFrom, Optional.ofNullable(validTo)),
                    readKinds(),
                    Money.of(minMinor, currency),
                    Money.of(maxMinor, currency),
                    needsRefusal,
                    new Provenance(source, verified));
        }

        private Set<PenaltyKind> readKinds() {
            Set<PenaltyKind> read = new LinkedHashSet<>();
            for (String kind : kinds) {
                read.add(PenaltyKind.of(kind)
                        .orElseThrow(() -> new IllegalArgumentException("%s: unknown kind %s".formatted(id, kind))));
            }
            return read;
        }
    }

    record WrittenPeriod(int days, String unit, String source, boolean verified) {
        Period read() {
            return new Period(days, Period.Unit.of(unit), new Provenance(source, verified));
        }
    }

    record WrittenSurcharge(int perMille, int capPerMille, String source, boolean verified) {
        SurchargeRule read() {
            return new SurchargeRule(perMille, capPerMille, new Provenance(source, verified));
        }
    }

    record WrittenProcedure(
            String id,
            LocalDate validFrom,
            LocalDate validTo,
            WrittenPeriod defence,
            WrittenPeriod payment,
            WrittenSurcharge surcharge) {
        ProcedureRules read() {
            return new ProcedureRules(
                    id,
                    new Validity(validFrom, Optional.ofNullable(validTo)),
                    defence.read(),
                    payment.read(),
                    surcharge.read());
        }
    }

    /** @throws IllegalStateException naming the file, when it cannot be read or contradicts itself */
    static RuleBook load(String resource, ObjectMapper json) {
        try (InputStream file = RuleFile.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no rule file " + resource);
            }
            return json.readValue(file, RuleFile.class).book();
        } catch (IllegalArgumentException contradiction) {
            throw new IllegalStateException(resource + ": " + contradiction.getMessage(), contradiction);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    RuleBook book() {
        return new RuleBook(
                provisions.stream().map(WrittenProvision::read).toList(),
                procedures.stream().map(WrittenProcedure::read).toList());
    }
}

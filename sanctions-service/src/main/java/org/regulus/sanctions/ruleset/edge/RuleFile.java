package org.regulus.sanctions.ruleset.edge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.sanctions.Money;
import org.regulus.sanctions.ruleset.Breach;
import org.regulus.sanctions.ruleset.Breach.Addressee;
import org.regulus.sanctions.ruleset.FineRange;
import org.regulus.sanctions.ruleset.Limit;
import org.regulus.sanctions.ruleset.PenaltyKind;
import org.regulus.sanctions.ruleset.Period;
import org.regulus.sanctions.ruleset.Precondition;
import org.regulus.sanctions.ruleset.Provenance;
import org.regulus.sanctions.ruleset.Provision;
import org.regulus.sanctions.ruleset.RuleSet;
import org.regulus.sanctions.ruleset.Validity;

/** A rule set as people write it. It has been held against {@code rule-set.schema.json} before; this only gives it its meaning. */
record RuleFile(
        String id,
        int version,
        String regime,
        String currency,
        RuleSet.Title title,
        LocalDate validFrom,
        LocalDate validTo,
        String law,
        List<WrittenConduct> conducts,
        List<WrittenProvision> provisions,
        List<WrittenLimit> duties,
        List<WrittenDate> dates,
        WrittenProcedure procedure) {

    record WrittenConduct(String code, String zh, String en) {}

    record WrittenFine(long minMinor, long maxMinor, Integer turnoverPerMille) {}

    /** Its dates are those of its file unless it has its own. */
    record WrittenProvision(
            String id,
            String article,
            String articleZh,
            LocalDate validFrom,
            LocalDate validTo,
            String conduct,
            String addressee,
            String precondition,
            List<String> kinds,
            WrittenFine fine,
            String source,
            boolean verified) {}

    record WrittenLimit(
            String code,
            int length,
            String unit,
            String from,
            String by,
            String otherwise,
            String source,
            boolean verified) {
        Limit read() {
            return new Limit(
                    code,
                    new Period(length, Period.Unit.of(unit), new Provenance(source, verified)),
                    from,
                    by,
                    otherwise);
        }
    }

    record WrittenDate(String code, LocalDate on, String source, boolean verified) {
        RuleSet.FixedDate read() {
            return new RuleSet.FixedDate(code, on, new Provenance(source, verified));
        }
    }

    RuleSet read() {
        return new RuleSet(
                id,
                version,
                regime,
                title,
                new Validity(validFrom, Optional.ofNullable(validTo)),
                list(provisions).stream().map(this::read).toList(),
                list(duties).stream().map(WrittenLimit::read).toList(),
                list(dates).stream().map(WrittenDate::read).toList(),
                Optional.ofNullable(procedure).map(written -> written.read(this)),
                names());
    }

    private RuleSet.Names names() {
        return new RuleSet.Names(
                list(provisions).stream()
                        .filter(written -> written.articleZh() != null)
                        .collect(Collectors.toMap(
                                WrittenProvision::id, WrittenProvision::articleZh, (one, same) -> one)),
                list(conducts).stream()
                        .collect(Collectors.toMap(
                                WrittenConduct::code, written -> new RuleSet.Title(written.zh(), written.en()))));
    }

    private Provision read(WrittenProvision written) {
        return new Provision(
                written.id(),
                written.article(),
                new Validity(
                        written.validFrom() == null ? validFrom : written.validFrom(),
                        Optional.ofNullable(written.validTo() == null ? validTo : written.validTo())),
                new Breach(
                        law,
                        written.conduct(),
                        Addressee.of(written.addressee()).orElseThrow()),
                kinds(written.kinds()),
                range(written.fine()),
                Precondition.of(written.precondition()),
                new Provenance(written.source(), written.verified()));
    }

    private FineRange range(WrittenFine fine) {
        return fine == null
                ? FineRange.of(Money.of(0, currency), Money.of(0, currency))
                : new FineRange(
                        Money.of(fine.minMinor(), currency),
                        Money.of(fine.maxMinor(), currency),
                        Optional.ofNullable(fine.turnoverPerMille()));
    }

    static Set<PenaltyKind> kinds(List<String> codes) {
        Set<PenaltyKind> read = new LinkedHashSet<>();
        list(codes).forEach(code -> read.add(PenaltyKind.of(code).orElseThrow()));
        return read;
    }

    /** Two limits of one code would hide each other. */
    static Map<String, Limit> limits(List<WrittenLimit> written) {
        Map<String, Limit> read = new LinkedHashMap<>();
        for (WrittenLimit limit : written) {
            if (read.put(limit.code(), limit.read()) != null) {
                throw new IllegalArgumentException("The limit " + limit.code() + " is there twice");
            }
        }
        return read;
    }

    static <T> List<T> list(List<T> written) {
        return written == null ? List.of() : written;
    }
}

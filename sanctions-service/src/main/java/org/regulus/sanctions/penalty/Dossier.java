package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.penalty.Sheet.ChallengeResolved;
import org.regulus.sanctions.penalty.Sheet.Challenged;
import org.regulus.sanctions.penalty.Sheet.InstalmentsGranted;
import org.regulus.sanctions.ruleset.SurchargeRule.Pause;

/** The file of a proceeding: its sheets in order, each with who filed it and when. */
public record Dossier(List<Entry> entries) {

    public static final Dossier EMPTY = new Dossier(List.of());

    public record Entry(Sheet sheet, String by, Instant at) {}

    public Dossier {
        entries = List.copyOf(entries);
    }

    public Dossier plus(Sheet sheet, String by, Instant at) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(sheet, by, at));
        return new Dossier(longer);
    }

    public <S extends Sheet> List<S> all(Class<S> kind) {
        return entries.stream()
                .map(Entry::sheet)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public <S extends Sheet> Optional<S> last(Class<S> kind) {
        List<S> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    Sheet lastSheet() {
        return entries.get(entries.size() - 1).sheet();
    }

    public boolean has(Class<? extends Sheet> kind) {
        return !all(kind).isEmpty();
    }

    /** From which day the time of the last demand is counted: that of its service, where it came later. */
    public Optional<LocalDate> demandRunsFrom() {
        return last(Sheet.Demanded.class).map(demanded -> all(Sheet.DocumentServed.class).stream()
                .filter(served -> served.document() == Sheet.Paper.DEMAND)
                .map(Sheet.DocumentServed::effectiveOn)
                .reduce(demanded.on(), (one, other) -> other.isAfter(one) ? other : one));
    }

    public boolean challengePending() {
        return all(Challenged.class).size() > all(ChallengeResolved.class).size();
    }

    /** The instalments that were granted last. */
    public Optional<InstalmentsGranted> instalments() {
        return last(InstalmentsGranted.class);
    }

    /** The days on which a challenge was pending, one that still is until {@code today}: no surcharge is counted on them (Art. 73). */
    public List<Pause> pauses(LocalDate today) {
        List<Challenged> challenges = all(Challenged.class);
        List<ChallengeResolved> resolved = all(ChallengeResolved.class);
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < challenges.size(); i++) {
            LocalDate from = challenges.get(i).filedOn();
            LocalDate to = i < resolved.size() ? resolved.get(i).resolvedOn() : today;
            pauses.add(new Pause(from, to.isBefore(from) ? from : to));
        }
        return pauses;
    }

    /** Whether more than half of at least {@code least} voices were in favour. */
    public boolean discussed(int least) {
        List<Sheet.Voted> votes = all(Sheet.Voted.class);
        long inFavour = votes.stream().filter(Sheet.Voted::inFavour).count();
        return votes.size() >= least && inFavour * 2 > votes.size();
    }
}

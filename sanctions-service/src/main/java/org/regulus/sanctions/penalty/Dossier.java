package org.regulus.sanctions.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.regulus.sanctions.penalty.Sheet.ChallengeResolved;
import org.regulus.sanctions.penalty.Sheet.Challenged;
import org.regulus.sanctions.penalty.Sheet.Demanded;
import org.regulus.sanctions.penalty.Sheet.PaymentRecounted;
import org.regulus.sanctions.penalty.Sheet.Served;
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

    public boolean has(Class<? extends Sheet> kind) {
        return !all(kind).isEmpty();
    }

    /** Those of that kind about one penalty, or of one party. */
    <S extends Sheet> List<S> all(Class<S> kind, Function<S, Optional<Integer>> about, Optional<Integer> penalty) {
        return all(kind).stream()
                .filter(sheet -> about.apply(sheet).equals(penalty))
                .toList();
    }

    public Optional<Demanded> lastDemand(Optional<Integer> penalty) {
        return all(Demanded.class, Demanded::penalty, penalty).stream().reduce((one, later) -> later);
    }

    /** From which day the time of the last demand of that penalty is counted: that of its service; empty before. */
    public Optional<LocalDate> demandRunsFrom(Optional<Integer> penalty) {
        return lastDemand(penalty)
                .flatMap(demanded -> servedAfter(Sheet.Paper.DEMAND, demanded, penalty))
                .map(Sheet.DocumentServed::effectiveOn);
    }

    /** When and how the decision reached that party: a person, or the operator. */
    public Optional<Served> served(Optional<Integer> party) {
        return all(Served.class, Served::penalty, party).stream().reduce((one, later) -> later);
    }

    /** Until when a person has to pay, counted from its own service, and again with another calendar; empty before. */
    public Optional<LocalDate> payUntil(int person) {
        Optional<Integer> party = Optional.of(person);
        return all(PaymentRecounted.class, PaymentRecounted::penalty, party).stream()
                .map(PaymentRecounted::to)
                .reduce((one, later) -> later)
                .or(() -> served(party).flatMap(Served::payUntil));
    }

    /** The first service of such a paper after the last sheet of that kind. */
    Optional<Sheet.DocumentServed> servedSince(Sheet.Paper paper, Class<? extends Sheet> kind) {
        return last(kind).flatMap(last -> servedAfter(paper, last, Optional.empty()));
    }

    private Optional<Sheet.DocumentServed> servedAfter(Sheet.Paper paper, Sheet sheet, Optional<Integer> penalty) {
        List<Sheet> sheets = entries.stream().map(Entry::sheet).toList();
        return sheets.subList(sheets.lastIndexOf(sheet) + 1, sheets.size()).stream()
                .filter(Sheet.DocumentServed.class::isInstance)
                .map(Sheet.DocumentServed.class::cast)
                .filter(served -> served.document() == paper && served.penalty().equals(penalty))
                .findFirst();
    }

    /** Of a person, or of the operator. */
    public boolean challengePending(Optional<Integer> party) {
        return challenges(party).size() > resolutions(party).size();
    }

    List<Challenged> challenges(Optional<Integer> party) {
        return all(Challenged.class, Challenged::penalty, party);
    }

    private List<ChallengeResolved> resolutions(Optional<Integer> party) {
        return all(ChallengeResolved.class, ChallengeResolved::penalty, party);
    }

    public Optional<ChallengeResolved> lastResolution(Optional<Integer> party) {
        return resolutions(party).stream().reduce((one, later) -> later);
    }

    public boolean wasChallenged(Sheet.Challenge way, Optional<Integer> party) {
        return challenges(party).stream().anyMatch(challenge -> challenge.way() == way);
    }

    /** Challenges are resolved in the order in which they came: one is pending at a time. */
    public Optional<ChallengeResolved> lastReconsideration(Optional<Integer> party) {
        List<Challenged> challenges = challenges(party);
        List<ChallengeResolved> resolved = resolutions(party);
        return IntStream.range(0, resolved.size())
                .filter(i -> challenges.get(i).way() == Sheet.Challenge.RECONSIDERATION)
                .mapToObj(resolved::get)
                .reduce((one, later) -> later);
    }

    /** The days on which a party's challenge was pending, one that still is until {@code today}: no surcharge is counted on them (Art. 73). */
    public List<Pause> pauses(Optional<Integer> party, LocalDate today) {
        List<Challenged> challenges = challenges(party);
        List<ChallengeResolved> resolved = resolutions(party);
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

package org.regulus.campaign.play;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Chance decides what each operator does, and in a small play leaves something out. Here each part is given to somebody. */
final class Casting {

    /** @param given what makes any fate play the part */
    record Part(Predicate<Fate> played, UnaryOperator<Fate> given) {}

    /** How operators file and what they report. */
    static final List<Part> FILING = List.of(
            new Part(is(Fate.Filing.NEVER), files(Fate.Filing.NEVER)),
            new Part(is(Fate.Filing.LATE), files(Fate.Filing.LATE)),
            new Part(Casting::inTimeReturned, fate -> fate.inTime().inWave(0).returned(true)),
            new Part(Casting::isRisk, fate -> fate.inTime().reportsRisk(true).issues(true)),
            new Part(
                    Casting::isSmallRisk,
                    fate -> fate.inTime().reportsRisk(true).issues(false)));

    /** What is found on the spot, and what comes of it. */
    static final List<Part> INSPECTION = inspection();

    private static List<Part> inspection() {
        List<Part> parts = new ArrayList<>();
        for (Course course : Course.values()) {
            parts.add(new Part(fate -> isRefused(fate) && fate.course() == course, fate -> fate.refuses(course)));
        }
        for (Fate.Report report : Fate.Report.values()) {
            parts.add(new Part(fate -> fate.hasIssues() && fate.report() == report, fate -> fate.reports(report)));
        }
        parts.add(new Part(fate -> !fate.hasIssues(), fate -> fate.issues(false)));
        return List.copyOf(parts);
    }

    private Casting() {}

    /** Everybody as before, but for those who get a part that nobody played and whose own parts others play, too. */
    static <T> List<T> cast(List<T> all, List<Part> parts, Function<T, Fate> fate, BiFunction<T, Fate, T> recast) {
        List<T> cast = new ArrayList<>(all);
        for (Part part : parts) {
            if (cast.stream().map(fate).noneMatch(part.played())) {
                for (int i = cast.size() - 1; i >= 0; i--) {
                    T member = cast.get(i);
                    if (isSpare(member, cast, parts, fate)) {
                        cast.set(i, recast.apply(member, part.given().apply(fate.apply(member))));
                        break;
                    }
                }
            }
        }
        return List.copyOf(cast);
    }

    private static <T> boolean isSpare(T member, List<T> cast, List<Part> parts, Function<T, Fate> fate) {
        return parts.stream()
                .filter(part -> part.played().test(fate.apply(member)))
                .allMatch(part -> cast.stream().map(fate).filter(part.played()).count() > 1);
    }

    private static Predicate<Fate> is(Fate.Filing filing) {
        return fate -> fate.filing() == filing;
    }

    private static UnaryOperator<Fate> files(Fate.Filing filing) {
        return fate -> fate.files(filing).reportsRisk(false);
    }

    private static boolean isRefused(Fate fate) {
        return fate.hasIssues() && !fate.isRectified();
    }

    private static boolean inTimeReturned(Fate fate) {
        return fate.filing() == Fate.Filing.IN_TIME && fate.isReturned();
    }

    private static boolean isRisk(Fate fate) {
        return fate.filing() == Fate.Filing.IN_TIME && fate.reportsRisk() && fate.hasIssues();
    }

    private static boolean isSmallRisk(Fate fate) {
        return fate.filing() == Fate.Filing.IN_TIME && fate.reportsRisk() && !fate.hasIssues();
    }
}

package org.regulus.inspection.draw;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.regulus.inspection.draw.SequentialPoisson.Drawn;

/** What a seed draws from a frame: each stratum apart, the strata in the order of their names. */
public record Sample(List<Drawn> drawn) {

    public static Sample of(String seed, Frame frame, int size, Iterable<Unit> units) {
        Drawing drawing = new Drawing(seed, frame, size);
        units.forEach(drawing::add);
        return drawing.sample();
    }

    /** A sample while the units of the frame pass by, in the order of their ids. */
    public static final class Drawing {
        private final Frame frame;
        private final Frame.Reading read = new Frame.Reading();
        private final SortedMap<String, SequentialPoisson> strata = new TreeMap<>();

        public Drawing(String seed, Frame frame, int size) {
            this.frame = frame;
            Allocation.of(frame.sizes(), size)
                    .forEach((stratum, take) -> strata.put(
                            stratum, new SequentialPoisson(seed, frame.weights().get(stratum), take, 0)));
        }

        public void add(Unit unit) {
            read.add(unit);
            strata.get(unit.stratum()).add(unit);
        }

        /** @throws IllegalStateException when what passed by is not the frame that was committed to */
        public Sample sample() {
            if (!read.frame().equals(frame)) {
                throw new IllegalStateException("The frame is not the one with the digest " + frame.digest());
            }
            return new Sample(strata.values().stream()
                    .flatMap(stratum -> stratum.inOrder().stream())
                    .toList());
        }
    }

    public List<String> ids() {
        return drawn.stream().map(one -> one.unit().id()).toList();
    }
}

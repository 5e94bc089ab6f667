package org.regulus.inspection.draw.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import org.regulus.inspection.draw.Frame;
import org.regulus.inspection.draw.Sample;
import org.regulus.inspection.draw.Unit;

/** {@code deploy/bench draw}: draws from an invented frame that is held nowhere, beside the bare SHA-256 of the same run. */
public final class DrawBench {

    private static final int UNITS = 5_000_000;
    private static final int SAMPLE = 1_000;
    private static final int NUMBERS_FROM = 100_000_000;
    private static final int HASHED_BYTES = 64 + 14;
    private static final String SEED = "142536142536142536142536";

    private DrawBench() {}

    /** @param line how many units, how many are drawn */
    public static void main(String[] line) throws NoSuchAlgorithmException {
        int units = line.length > 0 ? Integer.parseInt(line[0]) : UNITS;
        int sample = line.length > 1 ? Integer.parseInt(line[1]) : SAMPLE;
        double bare = bare(units);
        long start = System.nanoTime();
        Frame frame = Frame.of(units(units));
        double digested = units / seconds(start);
        start = System.nanoTime();
        int drawn = Sample.of(SEED, frame, sample, units(units)).drawn().size();
        double rate = units / seconds(start);
        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                "%d units, %d drawn: %.0f units/s; digest of the frame %.0f units/s; bare SHA-256 of %d bytes %.0f/s; ratio %.3f;"
                        + " heap at most %d MB%n",
                units, drawn, rate, digested, HASHED_BYTES, bare, rate / bare, machine.maxMemory() >> 20);
    }

    private static double bare(int times) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] bytes = new byte[HASHED_BYTES];
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            bytes[0] = sha.digest(bytes)[0];
        }
        return times / seconds(start);
    }

    private static Iterable<Unit> units(int units) {
        return () -> IntStream.range(0, units)
                .mapToObj(i -> Unit.plain("unit-" + (NUMBERS_FROM + i)))
                .iterator();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

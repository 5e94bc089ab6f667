package org.regulus.sanctions.penalty;

import org.regulus.sanctions.Money;

/** What a penalty takes from whom it hits. */
public sealed interface Measure {

    Measure WORDS = new Words();

    /** It works by being said: a warning, public criticism, an order to close, a revocation. */
    record Words() implements Measure {}

    record Sum(Money amount) implements Measure {}

    /** A term that runs from the day on which it is carried out; that day is not counted. */
    record Days(int days) implements Measure {
        public Days {
            if (days < 1) {
                throw new IllegalArgumentException("A term has days: " + days);
            }
        }
    }

    /** What is confiscated, or to what grade a licence goes down. */
    record Thing(String what) implements Measure {}

    /** A challenge took it back: its number stays, and nothing else of it. */
    record Lifted() implements Measure {}
}

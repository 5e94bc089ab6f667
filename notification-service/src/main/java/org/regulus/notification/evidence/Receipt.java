package org.regulus.notification.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody answered to whom something was handed over.
 *
 * @param facts by name, such as the reply in the answerer's own words
 * @param source what was handed over, octet for octet, where that is kept too
 */
public record Receipt(Outcome outcome, Map<String, String> facts, Optional<byte[]> source) {

    private static final String UNADDRESSABLE = "address-unusable";

    public Receipt(Outcome outcome, Map<String, String> facts) {
        this(outcome, facts, Optional.empty());
    }

    /** Nothing was answered that could be kept. */
    public static Receipt fault(Outcome outcome, Throwable fault) {
        return new Receipt(outcome, Map.of("fault", fault.getClass().getSimpleName()));
    }

    /** Whoever had it was not heard of until the lease ended. */
    public static Receipt lost() {
        return new Receipt(Outcome.UNKNOWN, Map.of("fault", "sender not heard of"));
    }

    /** There is no such address, so nothing was handed over, nor ever could be. */
    public static Receipt unaddressable() {
        return new Receipt(Outcome.REFUSED, Map.of("fault", UNADDRESSABLE));
    }

    /** Whether it makes no sense to try again. */
    public boolean isForGood() {
        return UNADDRESSABLE.equals(facts.get("fault"));
    }

    public Receipt with(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Receipt(outcome, more, source);
    }
}

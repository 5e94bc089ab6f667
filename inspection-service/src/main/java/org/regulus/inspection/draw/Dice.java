package org.regulus.inspection.draw;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/** Dice thrown in public: at least twenty digits, so that nobody could have tried all seeds. */
public record Dice(String source) implements SeedRule {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{20,200}");

    @Override
    public Seed settle(Given given, Instant now) {
        return new Seed(digits(given.seed()), Map.of());
    }

    static String digits(String given) {
        if (given == null || !DIGITS.matcher(given).matches()) {
            throw Refusal.invalid("draw.seed", "A seed has 20 to 200 digits, as dice give them");
        }
        return given;
    }

    @Override
    public Map<String, Object> published() {
        return Map.of("kind", "dice", "source", source);
    }
}

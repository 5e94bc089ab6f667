package org.regulus.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: options with a value, flags, and plain words. What it does not know it refuses with a sentence. */
public final class Arguments {

    /** Not what the command takes; the message is for its user. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Wrong(String message) {
            super(message);
        }
    }

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /**
     * @param withValue options such as {@code --seed}
     * @param flags options without a value, such as {@code --dry-run}
     */
    public static Arguments parse(String[] line, Set<String> withValue, Set<String> flags) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < line.length; i++) {
            String word = line[i];
            if (flags.contains(word)) {
                parsed.options.put(word, "");
            } else if (withValue.contains(word)) {
                if (++i == line.length) {
                    throw new Wrong(word + " needs a value");
                }
                parsed.options.put(word, line[i]);
            } else if (word.startsWith("-")) {
                throw new Wrong("unknown option " + word);
            } else {
                parsed.words.add(word);
            }
        }
        return parsed;
    }

    public boolean has(String flag) {
        return options.containsKey(flag);
    }

    public String text(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    public int number(String option, int otherwise, int min, int max) {
        String value = options.get(option);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw new Wrong("%s takes a whole number from %d to %d, not \"%s\"".formatted(option, min, max, value));
    }

    public Optional<String> word(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    public Arguments atMostWords(int most) {
        if (words.size() > most) {
            throw new Wrong("unexpected \"" + words.get(most) + "\"");
        }
        return this;
    }
}

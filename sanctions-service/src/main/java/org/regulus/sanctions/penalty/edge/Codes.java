package org.regulus.sanctions.penalty.edge;

import java.util.Locale;

/** Constants as they are written outside: {@code PUBLIC_NOTICE} is {@code public-notice}. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package org.regulus.campaign.registry;

import java.util.List;

/** Licence classes of the telecommunications catalogue with the kinds of system that their holders run. */
enum Licence {
    A1("A1", 1, "messaging", "app", "email"),
    A2("A2", 3, "messaging", "app"),
    B11("B11", 9, "data-centre", "public-cloud"),
    B12("B12", 5, "cdn"),
    B13("B13", 2, "data-centre", "app"),
    B14("B14", 6, "email", "app"),
    B21("B21", 13, "transaction", "app"),
    B22("B22", 2, "messaging"),
    B23("B23", 3, "email", "messaging"),
    B24("B24", 8, "transaction", "app"),
    B25("B25", 44, "app", "app-store", "messaging"),
    B26("B26", 2, "app"),
    DOMAIN("DOMAIN", 3, "transaction", "email");

    final String code;
    final int weight;
    final List<String> kinds;

    Licence(String code, int weight, String... kinds) {
        this.code = code;
        this.weight = weight;
        this.kinds = List.of(kinds);
    }

    /** In the form that such numbers have in practice. */
    String number(Province seat, int serial) {
        String tail = "-2019" + "%04d".formatted(serial % 10_000);
        return switch (this) {
            case A1, A2 -> "A2.B1.B2" + tail;
            case B11, B12, B13, B14 -> seat.sign + "B1" + tail;
            case DOMAIN -> seat.sign + "D3" + tail;
            default -> seat.sign + "B2" + tail;
        };
    }
}

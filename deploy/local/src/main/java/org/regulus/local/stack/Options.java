package org.regulus.local.stack;

import java.util.Iterator;
import java.util.List;

/** What was asked on the command line of {@code deploy/up}. */
record Options(boolean fresh, int portOffset, boolean foreground) {

    /** Keycloak's port plus this must stay below 65536. */
    private static final int MOST = 50_000;

    static Options parse(List<String> arguments) {
        boolean fresh = false;
        boolean foreground = false;
        int offset = 0;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (option.equals("--fresh")) {
                fresh = true;
            } else if (option.equals("--foreground")) {
                foreground = true;
            } else if (option.equals("--port-offset")) {
                offset = offset(rest.hasNext() ? rest.next() : "");
            } else if (option.startsWith("--port-offset=")) {
                offset = offset(option.substring("--port-offset=".length()));
            } else {
                throw new Sorry("Unknown option " + option
                        + ". Known: --fresh (forget all data), --port-offset N (move every port), --foreground.");
            }
        }
        return new Options(fresh, offset, foreground);
    }

    private static int offset(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
            throw new Sorry("--port-offset takes a number from 0 to %d, not \"%s\".".formatted(MOST, text));
        }
        return Integer.parseInt(text);
    }
}

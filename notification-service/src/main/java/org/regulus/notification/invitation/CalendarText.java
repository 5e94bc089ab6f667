package org.regulus.notification.invitation;

import java.nio.charset.StandardCharsets;

/**
 * Lines of iCalendar: of at most 75 bytes, ended by CRLF, texts escaped (RFC 5545, 3.1 and 3.3.11). By hand, as in inspection-service: the
 * library ical4j 4.2.5 writes 9:00 in Shanghai as 10:00 and folds by characters.
 */
final class CalendarText {

    private static final int LINE_BYTES = 75;

    private final StringBuilder text = new StringBuilder();

    /** Folded between characters, never within one. */
    CalendarText line(String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            String one = Character.toString(content.codePointAt(at));
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += size;
            at += one.length();
        }
        text.append("\r\n");
        return this;
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** A parameter's value cannot escape: what it may not hold is left out (3.2). */
    static String quoted(String words) {
        return '"' + words.replaceAll("[\"\\p{Cntrl}]", "") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

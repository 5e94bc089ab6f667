package org.regulus.sanctions.document;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a document with gaps such as <code>{{fine}}</code>. A version that was used is never changed: a new text is a new version.
 */
public record Template(int version, String text) {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    /** @throws IllegalStateException when a fact that the text asks for is missing: a document with a gap is not served */
    public String filled(Map<String, String> facts) {
        Matcher gaps = GAP.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (gaps.find()) {
            String fact = facts.get(gaps.group(1));
            if (fact == null) {
                throw new IllegalStateException("The template asks for %s, which is missing".formatted(gaps.group(1)));
            }
            gaps.appendReplacement(filled, Matcher.quoteReplacement(escaped(fact)));
        }
        return gaps.appendTail(filled).toString();
    }

    /** Facts and measures are free text; a line stays a line. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br/>");
    }
}

package org.regulus.common.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal;

/** An aggregate's version as an entity tag (RFC 9110, 8.8.3), and back. */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change is a change of.
     *
     * @throws Refusal UNCONDITIONAL {@code etag.required}, MALFORMED {@code etag.malformed}
     */
    public static long version(String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.unconditional("etag.required", "Send If-Match with the ETag that you last saw");
        }
        Matcher tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusal.malformed("etag.malformed", "If-Match takes one ETag as this API gives it, such as \"3\"");
        }
        return Long.parseLong(tag.group(1));
    }

    /** @throws Refusal STALE {@code etag.stale} when the asker saw another version than the current one */
    public static void check(long seen, long current) {
        if (seen != current) {
            throw stale();
        }
    }

    static Refusal stale() {
        return Refusal.stale("etag.stale", "It was changed since you saw it: read it again and decide anew");
    }
}

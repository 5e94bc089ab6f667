package org.regulus.common.rest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.regulus.common.problem.Refusal;

/**
 * Which page of a list is asked for. Lists are ordered by id (UUIDv7, so by age) and continue after the last id seen.
 *
 * @param after the last id of the page before, or null for the first page
 */
public record PageRequest(int limit, UUID after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @throws Refusal INVALID {@code page.limit-out-of-range}, MALFORMED {@code page.cursor-malformed} */
    public static PageRequest of(Integer limit, String cursor) {
        int size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT) {
            throw Refusal.invalid("page.limit-out-of-range", "limit is from 1 to " + MAX_LIMIT);
        }
        return new PageRequest(size, cursor == null || cursor.isEmpty() ? null : id(cursor));
    }

    static String cursor(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID id(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 16) {
                return new UUID(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal below
        }
        throw Refusal.malformed("page.cursor-malformed", "Use the cursor of the page before, unchanged");
    }
}

package org.regulus.notification.partner;

import java.util.Map;

/**
 * What a contract says about a field.
 *
 * @param fields of an object, by name; one that is not among them counts as the highest
 * @param items what it says of each item of a list, or null when it says nothing
 */
public record FieldClass(Classification level, Map<String, FieldClass> fields, FieldClass items) {

    public static FieldClass plain(Classification level) {
        return new FieldClass(level, Map.of(), null);
    }
}

package org.regulus.inspection.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.regulus.inspection.OfficeHours.Slot;

/**
 * How an operator would like to be visited. Kept as JSON with the inspection.
 *
 * @param language ISO 639, or null for Chinese
 * @param place where, or null for the operator's premises
 * @param preferred when; null for any time
 */
public record Wishes(
        @Pattern(regexp = "[a-z]{2,3}") String language,
        @Size(min = 1, max = 500) String place,
        @Size(max = 20) List<@NotNull @Valid Window> preferred) {

    public static Wishes read(ObjectMapper json, String written) {
        try {
            return json.readValue(written, Wishes.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public List<Slot> windows() {
        return preferred == null
                ? List.of()
                : preferred.stream().map(Window::slot).toList();
    }

    public String languageOr(String usual) {
        return language == null ? usual : language;
    }

    public String placeOr(String usual) {
        return place == null ? usual : place;
    }
}

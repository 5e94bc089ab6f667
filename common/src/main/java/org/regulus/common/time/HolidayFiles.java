package org.regulus.common.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Reads the public holiday files (NateScarlet/holiday-cn, MIT) that ship in {@code holidays/cn}, one per year. */
public final class HolidayFiles {

    private static final int FIRST_YEAR = 2018;

    private HolidayFiles() {}

    public static WorkingDays load(ObjectMapper json) {
        Map<LocalDate, Boolean> published = new HashMap<>();
        for (int year = FIRST_YEAR; ; year++) {
            try (InputStream file = HolidayFiles.class.getResourceAsStream("/holidays/cn/" + year + ".json")) {
                if (file == null) {
                    return new WorkingDays(published);
                }
                for (JsonNode day : json.readTree(file).path("days")) {
                    published.put(
                            LocalDate.parse(day.path("date").textValue()),
                            day.path("isOffDay").booleanValue());
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}

package org.regulus.inspection.onsite.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What a tablet sends when it has a connection: as often as it likes. */
record Batch(@NotNull @Size(min = 1, max = Batch.ENTRIES_MAX) List<@NotNull @Valid NewEntry> entries) {

    static final int ENTRIES_MAX = 200;

    /**
     * What became of an entry.
     *
     * @param outcome accepted, known (it came before, unchanged) or conflict
     * @param code why it is a conflict
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(UUID id, String outcome, Integer number, String code) {

        static Result accepted(EntryRow row) {
            return new Result(row.id, "accepted", row.number, null);
        }

        static Result known(EntryRow row) {
            return new Result(row.id, "known", row.number, null);
        }

        static Result conflict(UUID id, String code) {
            return new Result(id, "conflict", null, code);
        }
    }
}

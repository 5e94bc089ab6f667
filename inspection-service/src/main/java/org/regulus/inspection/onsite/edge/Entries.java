package org.regulus.inspection.onsite.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regulus.inspection.draw.Draw;

/** Entries as rows, with their digests. A record has at most 1,000. */
@ApplicationScoped
class Entries {

    private final ObjectMapper json;

    Entries(ObjectMapper json) {
        this.json = json;
    }

    /** @param entry as the tablet noted it, and what the service adds */
    record Kept(int number, String kind, String digest, NewEntry entry) {}

    static Uni<List<EntryRow>> of(UUID record) {
        return Panache.getSession().chain(session -> session.createSelectionQuery(
                        "from EntryRow where recordId = :record order by number", EntryRow.class)
                .setParameter("record", record)
                .getResultList());
    }

    /** Those of the ids that are taken, also by other records. */
    static Uni<Map<UUID, EntryRow>> known(List<NewEntry> batch) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from EntryRow where id in :ids", EntryRow.class)
                        .setParameter("ids", batch.stream().map(NewEntry::id).toList())
                        .getResultList()
                        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()))));
    }

    EntryRow row(OnSiteRow record, NewEntry entry) {
        EntryRow row = new EntryRow();
        row.id = entry.id();
        row.recordId = record.id;
        row.kind = entry.kind().word();
        row.content = write(entry);
        row.digest = Draw.digest(row.content);
        return row;
    }

    Kept kept(EntryRow row) {
        try {
            return new Kept(row.number, row.kind, row.digest, json.readValue(row.content, NewEntry.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    <T> T read(String content, Class<T> type) {
        try {
            return content == null ? null : json.readValue(content, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

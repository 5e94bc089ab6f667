package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.regulus.campaign.client.Patience;
import org.regulus.campaign.client.Topics;
import org.regulus.campaign.ledger.HashChain;
import org.regulus.campaign.ledger.LedgerEntry;
import org.regulus.campaign.ledger.LedgerPages;

/** What the topics say happened, read by a consumer of our own, held against the ledger. */
final class Evidence implements AutoCloseable {

    /** @param altered an event whose ledger text differs from what was on the wire, or null */
    record Findings(
            Map<String, Integer> eventsByType,
            Map<String, Integer> eventsByCase,
            int missing,
            String altered,
            HashChain chain) {

        boolean sound() {
            return missing == 0 && altered == null && chain.fault().isEmpty();
        }
    }

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final int QUIET_LOOKS = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final Topics topics;
    private final LedgerPages ledger;
    private final Map<TopicPartition, Long> start;
    private final Map<String, byte[]> wire = new HashMap<>();
    private final Map<String, Integer> byType = new TreeMap<>();
    private final Map<String, Integer> byCase = new HashMap<>();

    Evidence(Play play) {
        topics = new Topics(play.stack);
        ledger = new LedgerPages(play.notification(play.admin));
        start = topics.ends(Topics.EVENTS);
    }

    /** Waits until no more events come and the ledger has all of them, at most so long; then tells what is so. */
    Findings gather() {
        int[] quiet = {0};
        Patience.await(
                "the topics to become quiet",
                SETTLED_WITHIN,
                () -> {
                    int before = wire.size();
                    topics.readOn(Topics.EVENTS, this::take);
                    quiet[0] = wire.size() == before ? quiet[0] + 1 : 0;
                    return quiet[0] >= QUIET_LOOKS;
                },
                () -> "Events go on coming");
        Findings[] latest = new Findings[1];
        try {
            Patience.await("the ledger", SETTLED_WITHIN, () -> (latest[0] = compare()).sound(), () -> "");
        } catch (IllegalStateException notSound) {
            return latest[0];
        }
        return latest[0];
    }

    /** Once per id: a relay that crashed may have sent an event twice. */
    private void take(ConsumerRecord<String, byte[]> message) {
        String id = Topics.header(message.headers(), "ce_id").orElse("?");
        if (wire.put(id, message.value()) != null) {
            return;
        }
        Long began = start.get(new TopicPartition(message.topic(), message.partition()));
        if (began == null || message.offset() >= began) {
            byType.merge(Topics.header(message.headers(), "ce_type").orElse("?"), 1, Integer::sum);
            byCase.merge(String.valueOf(message.key()), 1, Integer::sum);
        }
    }

    private Findings compare() {
        HashChain chain = new HashChain();
        Set<String> missing = new HashSet<>(wire.keySet());
        String[] altered = new String[1];
        ledger.forEach(node -> {
            LedgerEntry entry = LedgerEntry.of(node);
            chain.add(entry);
            if (missing.remove(entry.eventId()) && !sameData(entry)) {
                altered[0] = entry.eventId();
            }
        });
        return new Findings(byType, byCase, missing.size(), altered[0], chain);
    }

    private boolean sameData(LedgerEntry entry) {
        try {
            JsonNode kept = json.readTree(entry.canonical()).path("data");
            return kept.equals(json.readTree(wire.get(entry.eventId())));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}

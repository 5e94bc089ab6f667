package org.regulus.campaign.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Stack;
import org.regulus.campaign.client.Stack.Service;
import org.regulus.campaign.play.Cast;

/**
 * How fast events become entries of the ledger, and how fast the service verifies all of it, beside how fast this machine does nothing but
 * the hashing: a leaf, a link of the chain and a node of the tree for each entry, on one core. The events are of no case and stay there.
 */
public final class LedgerRates {

    /** For so long nothing may move. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int LOOK_EVERY = 10_000;
    private static final int HASHED_MAX = 1_000_000;
    private static final int LOOK_MILLIS = 50;
    private static final String TOPIC = "regulus.notification.events";
    private static final String TYPE = "regulus.notification.ledger-measured.v1";
    private static final String DATA = "{\"padding\":\"%s\"}".formatted("x".repeat(240));

    private final Stack stack;
    private final PrintStream out;
    private final Api notification;

    public LedgerRates(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
        this.notification = new Api(new Http(PATIENCE), stack, Service.NOTIFICATION, Cast.ledgerReader(stack));
    }

    /** Whether the ledger is intact. */
    public boolean run(int entries) {
        double appended = append(entries);
        line("append: %.0f entries/s (%d events from Kafka into the ledger, one row lock)", appended, entries);
        Pulse pulse = new Pulse("verified", PATIENCE, System::nanoTime, out);
        JsonNode verified = verify(pulse);
        long all = verified.path("entries").asLong();
        double rate = all / pulse.seconds();
        line("verify: %.0f entries/s (%d entries in %.2f s, chain, tree and checkpoints)", rate, all, pulse.seconds());
        double hashed = hashes(Math.toIntExact(Math.min(all, HASHED_MAX)));
        line("bare SHA-256 of the same: %.0f entries/s on one core", hashed);
        line("ratios: append %.4f, verify %.4f of the hashing alone", appended / hashed, rate / hashed);
        return verified.path("intact").asBoolean();
    }

    private JsonNode verify(Pulse pulse) {
        AtomicReference<JsonNode> outcome = new AtomicReference<>(MissingNode.getInstance());
        notification.follow("/ledger/verification/progress", step -> {
            pulse.at(step.path("entries").asLong(), step.path("of").asLong());
            outcome.set(step.path("outcome"));
        });
        return outcome.get();
    }

    /** The producer holds what fits into its buffer, and waits for the rest to be taken. */
    private double append(int entries) {
        long before = position();
        Pulse pulse = new Pulse("in the ledger", PATIENCE, System::nanoTime, out);
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka(), ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < entries; i++) {
                producer.send(event());
                if (i % LOOK_EVERY == 0) {
                    pulse.at(position() - before, entries);
                }
            }
        }
        for (long done = position() - before; done < entries; done = position() - before) {
            pulse.at(done, entries);
            pause();
        }
        return entries / pulse.seconds();
    }

    private long position() {
        return notification.get("/ledger/head").body().path("position").asLong();
    }

    private static ProducerRecord<String, byte[]> event() {
        String aggregate = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(TOPIC, aggregate, bytes(DATA));
        Map.of(
                        "specversion", "1.0",
                        "id", UUID.randomUUID().toString(),
                        "type", TYPE,
                        "source", "/regulus/bench",
                        "subject", aggregate,
                        "time", "2019-06-03T04:00:00Z",
                        "authority", "REGULUS",
                        "aggregatetype", "measurement",
                        "aggregateid", aggregate,
                        "sequence", "1")
                .forEach((name, value) -> message.headers().add("ce_" + name, bytes(value)));
        return message;
    }

    /** An entry's text is its data and some 330 bytes of attributes. */
    private static double hashes(int entries) {
        byte[] text = bytes(DATA + "a".repeat(330));
        byte[] chain = new byte[32];
        byte[] node = new byte[32];
        long start = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            text[0] = (byte) i;
            byte[] leaf = sha256(0x00, text);
            chain = sha256(0x01, chain, leaf);
            node = sha256(0x01, node, leaf);
        }
        return entries / ((System.nanoTime() - start) / 1e9);
    }

    private static byte[] sha256(int tag, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) tag);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", asked);
        }
    }

    private void line(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}

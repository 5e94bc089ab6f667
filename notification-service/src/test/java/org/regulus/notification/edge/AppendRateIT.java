package org.regulus.notification.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.regulus.common.event.EventHeaders;
import org.regulus.common.testing.Infrastructure;

/** A measurement, asked for by {@code -Dmeasure}: events a second from Kafka into ledger, timeline and messages. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MailSettings.class)
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class AppendRateIT {

    private static final int WARM_UP = 2_000;
    private static final int EVENTS = 10_000;
    private static final String[] NAMES = {
        "filing.filing-submitted", "filing.filing-submitted", "inspection.interview-held", "sanctions.penalty-paid"
    };

    @Inject
    Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void events_a_second() {
        rate(WARM_UP);
        System.out.printf("append rate: %.0f events/s%n", rate(EVENTS));
    }

    private double rate(int events) {
        long before = entries();
        long start = System.nanoTime();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < events; i++) {
                producer.send(event(NAMES[i % NAMES.length]));
            }
        }
        Awaitility.await("the last entry")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> entries() - before >= events);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(entries() - before).isEqualTo(events);
        return events / seconds;
    }

    private static ProducerRecord<String, byte[]> event(String name) {
        Told told = Told.anew("MIIT");
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", Told.id().toString());
        attributes.put("type", Told.type(name));
        attributes.put("source", "/regulus/test");
        attributes.put("subject", told.caseId().toString());
        attributes.put("time", "2019-06-03T04:00:00Z");
        attributes.put("authority", "MIIT");
        attributes.put("aggregatetype", "test");
        attributes.put("aggregateid", UUID.randomUUID().toString());
        attributes.put("sequence", "1");
        byte[] data = told.data(name).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String topic = "regulus.%s.events".formatted(name.substring(0, name.indexOf('.')));
        var message = new ProducerRecord<>(topic, told.caseId().toString(), data);
        EventHeaders.write(attributes, message.headers());
        return message;
    }

    private long entries() {
        return database.count("select position from ledger_head");
    }
}

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what is new on a partner's own topic, prints it, and ends; a service would go on polling. With kafka-clients on the class path.
 * KAFKA_BOOTSTRAP_SERVERS, REGULUS_SUBJECT (of the partner's token); where the cluster asks for it KAFKA_CA, KAFKA_CERTIFICATE and KAFKA_KEY:
 * the partner's credentials, as PEM files.
 */
public class ReadTopic {

    /** The text of an event is canonical JSON (RFC 8785): its own id and type stand behind its data, as names sort. */
    private static final Pattern EVENT =
            Pattern.compile("\"id\":\"([0-9a-f-]{36})\",(?:(?!\"id\":).)*\"type\":\"(regulus[a-z0-9.-]+)\"[^{}]*}$");

    public static void main(String[] arguments) throws Exception {
        TopicPartition topic = new TopicPartition("regulus.partner." + System.getenv("REGULUS_SUBJECT"), 0);
        try (var consumer = new KafkaConsumer<>(
                settings(topic.topic()), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            long end = consumer.endOffsets(List.of(topic)).get(topic);
            while (consumer.position(topic) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    Matcher event = EVENT.matcher(new String(record.value(), StandardCharsets.UTF_8));
                    if (event.find()) {
                        System.out.println(event.group(1) + " " + event.group(2)); // your work; pass over an id that you have seen
                    }
                }
                consumer.commitSync(); // behind the work: what was not committed comes again
            }
        }
    }

    private static Properties settings(String topic) throws Exception {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers",
                System.getenv("KAFKA_BOOTSTRAP_SERVERS"),
                "group.id",
                topic + ".sample-java",
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest"));
        if (System.getenv("KAFKA_CERTIFICATE") != null) {
            settings.put("security.protocol", "SSL");
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.certificates", pem("KAFKA_CA"));
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.certificate.chain", pem("KAFKA_CERTIFICATE"));
            settings.put("ssl.keystore.key", pem("KAFKA_KEY"));
        }
        return settings;
    }

    private static String pem(String name) throws Exception {
        return Files.readString(Path.of(System.getenv(name)));
    }
}

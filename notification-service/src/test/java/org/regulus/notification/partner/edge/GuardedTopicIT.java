package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulus.local.KafkaBroker;

/** The ACLs of the cluster's manifests, as a real broker with logins understands them. */
class GuardedTopicIT {

    private static final Path KAFKA = Path.of("../k8s/kafka");
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    static Path folder;

    private static KafkaBroker broker;

    @BeforeAll
    static void two_partners_of_whom_each_has_a_topic() throws Exception {
        broker = KafkaBroker.startGuarded(
                folder, Map.of("admin", "admin-pw", "service", "service-pw", "a", "a-pw", "b", "b-pw"));
        try (Admin admin = Admin.create(client("admin"))) {
            admin.createTopics(List.of(new NewTopic("regulus.filing.events", 1, (short) 1)))
                    .all()
                    .get();
            admin.createAcls(acls("notification-service.yaml", "service")).all().get();
            admin.createAcls(acls("partner.yaml", "a")).all().get();
            admin.createAcls(acls("partner.yaml", "b")).all().get();
        }
        try (Admin service = Admin.create(client("service"));
                KafkaProducer<String, String> producer = producer("service")) {
            for (String partner : List.of("a", "b")) {
                String topic = PartnerTopics.name(partner);
                service.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
                producer.send(new ProducerRecord<>(topic, "case", "of " + partner))
                        .get();
            }
        }
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @Test
    void a_partner_reads_its_own_topic_in_a_group_of_its_own_name() {
        try (KafkaConsumer<String, String> reader = reader("a", "regulus.partner.a.list", PartnerTopics.name("a"))) {
            List<String> read = new ArrayList<>();
            Awaitility.await().until(() -> {
                for (ConsumerRecord<String, String> message : reader.poll(SHORT)) {
                    read.add(message.value());
                }
                return !read.isEmpty();
            });
            reader.commitSync();
            assertThat(read).containsExactly("of a");
        }
    }

    @Test
    void it_reads_no_other_topic_nor_in_anothers_group_and_writes_none() {
        for (String topic : List.of(PartnerTopics.name("b"), "regulus.filing.events")) {
            refused(TopicAuthorizationException.class, "regulus.partner.a.other", topic);
        }
        for (String group : List.of("regulus.partner.b.list", "regulus.partner.a", "notification-service.filing")) {
            refused(GroupAuthorizationException.class, group, PartnerTopics.name("a"));
        }
        try (KafkaProducer<String, String> producer = producer("a")) {
            var sent = producer.send(new ProducerRecord<>(PartnerTopics.name("a"), "case", "forged"));
            assertThatThrownBy(sent::get).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static void refused(Class<? extends Exception> why, String group, String topic) {
        try (KafkaConsumer<String, String> reader = reader("a", group, topic)) {
            assertThatThrownBy(() -> reader.poll(Duration.ofSeconds(10)))
                    .as("%s in %s", topic, group)
                    .isInstanceOf(why);
        }
    }

    private static KafkaConsumer<String, String> reader(String user, String group, String topic) {
        Map<String, Object> settings = client(user);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static KafkaProducer<String, String> producer(String user) {
        Map<String, Object> settings = client(user);
        settings.put("enable.idempotence", "false"); // or it is refused before it names a topic
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static Map<String, Object> client(String user) {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%1$s-pw\";"
                        .formatted(user)));
    }

    /** A KafkaUser's, as its operator makes them. */
    private static List<AclBinding> acls(String file, String user) throws IOException {
        String text = Files.readString(KAFKA.resolve(file)).replace("PARTNER", user);
        JsonNode manifest = new ObjectMapper(new YAMLFactory()).readTree(text);
        List<AclBinding> acls = new ArrayList<>();
        for (JsonNode acl : manifest.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            ResourcePattern pattern = new ResourcePattern(
                    ResourceType.fromString(resource.path("type").asText().toUpperCase(Locale.ROOT)),
                    resource.path("name").asText(),
                    resource.path("patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (JsonNode operation : acl.path("operations")) {
                String name = operation
                        .asText()
                        .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                        .toUpperCase(Locale.ROOT);
                acls.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + user, "*", AclOperation.fromString(name), AclPermissionType.ALLOW)));
            }
        }
        return acls;
    }
}

package org.regulus.local.stack;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of design.md, section 4, made when they are not there yet. */
final class Topics {

    private static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;

    private Topics() {}

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> present = admin.listTopics().names().get();
            Collection<NewTopic> missing = wanted().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka makes no topics: " + failure.getCause(), failure);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        }
    }

    /** Events are kept: the ledger can be built again from them. The directories keep the last word on each operator and inspector. */
    private static List<NewTopic> wanted() {
        return List.of(
                topic("regulus.filing.events", Map.of("retention.ms", "-1")),
                topic("regulus.inspection.events", Map.of("retention.ms", "-1")),
                topic("regulus.sanctions.events", Map.of("retention.ms", "-1")),
                topic("regulus.notification.events", Map.of("retention.ms", "-1")),
                topic("regulus.filing.directory", Map.of("cleanup.policy", "compact")),
                topic("regulus.inspection.directory", Map.of("cleanup.policy", "compact")));
    }

    private static NewTopic topic(String name, Map<String, String> configuration) {
        return new NewTopic(name, PARTITIONS, REPLICAS).configs(configuration);
    }
}

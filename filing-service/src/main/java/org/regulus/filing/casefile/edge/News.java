package org.regulus.filing.casefile.edge;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.regulus.common.problem.Refusal;

/**
 * How much of the neighbours' news this service has taken in. Most moves need not ask, for what comes later still counts; who closes a
 * case because nothing was heard of it must.
 */
@ApplicationScoped
public class News {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin kafka;
    private final List<String> topics;
    private final String group;

    News(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.incoming.inspection-events.topic") String inspection,
            @ConfigProperty(name = "mp.messaging.incoming.sanctions-events.topic") String sanctions,
            @ConfigProperty(name = "mp.messaging.incoming.sanctions-events.group.id") String group) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka = Admin.create(settings);
        this.topics = List.of(inspection, sanctions);
        this.group = group;
    }

    /**
     * Passes when every event that was on the topics a moment ago is taken in, by this or another instance.
     *
     * @throws Refusal CONFLICT {@code campaign.news-pending}
     */
    public Uni<Void> heard() {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(this::pending)
                .emitOn(task -> caller.runOnContext(nothing -> task.run()))
                .invoke(pending -> {
                    if (pending > 0) {
                        throw Refusal.conflict(
                                "campaign.news-pending",
                                "%d events about cases are not taken in yet; try again in a moment".formatted(pending));
                    }
                })
                .replaceWithVoid();
    }

    private CompletionStage<Long> pending() {
        return kafka.describeTopics(topics).allTopicNames().toCompletionStage().thenCompose(told -> {
            Set<TopicPartition> partitions = told.values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toSet());
            return ends(partitions).thenCombine(taken(), News::pending);
        });
    }

    private CompletionStage<Map<TopicPartition, ListOffsetsResultInfo>> ends(Set<TopicPartition> partitions) {
        return kafka.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .toCompletionStage();
    }

    private CompletionStage<Map<TopicPartition, OffsetAndMetadata>> taken() {
        return kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage();
    }

    private static long pending(
            Map<TopicPartition, ListOffsetsResultInfo> ends, Map<TopicPartition, OffsetAndMetadata> taken) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata upTo = taken.get(end.getKey());
                    return Math.max(0, end.getValue().offset() - (upTo == null ? 0 : upTo.offset()));
                })
                .sum();
    }

    @PreDestroy
    void close() {
        kafka.close();
    }
}

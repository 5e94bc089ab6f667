package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.regulus.notification.partner.edge.Feed.Entry;
import org.regulus.notification.partner.edge.SubscriptionClaims.Claimed;

/**
 * Onto the partner's own topic, in the order of the ledger, each acknowledged before the next. A record carries its position: when more
 * may have been put there than was noted, the last record tells, and nothing is put there twice. Kafka is waited for on worker threads.
 */
@ApplicationScoped
class PartnerTopics implements Way {

    static final String KIND = "topic";

    /** Of a token's subject what can be part of a topic's name; no dot, for groups of {@code a.b} would be among those of {@code a}. */
    static final String NAMES = "[A-Za-z0-9_-]{1,200}";

    /** Longer than the producer's own patience: what it has given up on does not arrive after we looked for it. */
    private static final int SENDING_SECONDS = 12;

    static final int PARTITION = 0;
    private static final String PREFIX = "regulus.partner.";
    private static final String POSITION = "regulus-position";
    private static final String SUBSCRIPTION = "regulus-subscription";
    private static final String ROUND = "regulus-round";

    private final Producer<String, byte[]> producer;
    private final PartnerTopicDesk desk;
    private final Vertx vertx;
    private final PartnerTopicLimits limits;

    PartnerTopics(Producer<String, byte[]> producer, PartnerTopicDesk desk, Vertx vertx, PartnerTopicLimits limits) {
        this.producer = producer;
        this.desk = desk;
        this.vertx = vertx;
        this.limits = limits;
    }

    static String name(String partner) {
        return PREFIX + partner;
    }

    @Override
    public int eventsMax() {
        return limits.eventsMax();
    }

    @Override
    public Uni<Long> arrived(Claimed claimed) {
        String topic = name(claimed.partner());
        return onWorker(() -> {
            desk.make(topic);
            return claimed.target().doubtful()
                    ? desk.last(topic)
                            .filter(last -> isOf(claimed, last.headers()))
                            .map(last -> number(last.headers().lastHeader(POSITION)))
                            .filter(last -> last > claimed.position())
                            .orElse(claimed.position())
                    : claimed.position();
        });
    }

    @Override
    public Uni<Answered> give(Claimed claimed, Entry entry) {
        return onWorker(() -> put(record(claimed, entry))).onFailure().recoverWithItem(Answered::refused);
    }

    private Answered put(ProducerRecord<String, byte[]> message) throws InterruptedException, TimeoutException {
        try {
            producer.send(message).get(SENDING_SECONDS, TimeUnit.SECONDS);
            return Answered.taken();
        } catch (ExecutionException fault) {
            desk.forget(message.topic());
            return Answered.refused(fault.getCause());
        }
    }

    private static ProducerRecord<String, byte[]> record(Claimed claimed, Entry entry) {
        List<Header> headers = List.of(
                header("content-type", "application/cloudevents+json; charset=utf-8"),
                header(POSITION, String.valueOf(entry.position())),
                header(SUBSCRIPTION, claimed.id().toString()),
                header(ROUND, String.valueOf(claimed.target().round())));
        byte[] text = entry.text().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(name(claimed.partner()), PARTITION, entry.subject(), text, headers);
    }

    /** A topic outlives its subscription: what a former one put there, or a former round, says nothing about this one. */
    private static boolean isOf(Claimed claimed, Headers headers) {
        Header subscription = headers.lastHeader(SUBSCRIPTION);
        return subscription != null
                && text(subscription).equals(claimed.id().toString())
                && number(headers.lastHeader(ROUND)) == claimed.target().round();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** -1 for what is not ours. */
    private static long number(Header header) {
        return header == null ? -1 : Long.parseLong(text(header));
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}

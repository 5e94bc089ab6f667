package org.regulus.notification.edge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.regulus.common.event.EventConsumption;

/** Every event of every event topic, also of types that nobody has told this service of. See {@link EventConsumption} for faults. */
@ApplicationScoped
class EventsConsumer {

    private final EventConsumption consumption;
    private final EventRecorder recorder;

    EventsConsumer(EventConsumption consumption, EventRecorder recorder) {
        this.consumption = consumption;
        this.recorder = recorder;
    }

    @Incoming("filing-events")
    Uni<Void> filing(ConsumerRecord<String, byte[]> message) {
        return take(message);
    }

    @Incoming("inspection-events")
    Uni<Void> inspection(ConsumerRecord<String, byte[]> message) {
        return take(message);
    }

    @Incoming("sanctions-events")
    Uni<Void> sanctions(ConsumerRecord<String, byte[]> message) {
        return take(message);
    }

    @Incoming("notification-events")
    Uni<Void> notification(ConsumerRecord<String, byte[]> message) {
        return take(message);
    }

    private Uni<Void> take(ConsumerRecord<String, byte[]> message) {
        return consumption.consume("notification.events", message, event -> recorder.record(message.topic(), event));
    }
}

package org.regulus.common.time;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.regulus.common.problem.Refusal;

/**
 * The years 1 to 9999: what RFC 3339 can write. Java knows years of ten digits, PostgreSQL ends in 294276, and whoever reads our events ends
 * anywhere. Times in bodies and events are bounded as they are read; one that came as text elsewhere is given to {@link #kept}.
 */
public final class Era {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant BEGIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final String WHY = "A year has at most four digits here";

    private Era() {}

    /**
     * The same, also when it is null.
     *
     * @throws Refusal MALFORMED {@code time.beyond}
     */
    public static Instant kept(Instant time) {
        return kept(time, contains(time));
    }

    /** @throws Refusal MALFORMED {@code time.beyond} */
    public static LocalDate kept(LocalDate day) {
        return kept(day, contains(day));
    }

    private static <T> T kept(T time, boolean within) {
        if (!within) {
            throw Refusal.malformed("time.beyond", WHY);
        }
        return time;
    }

    /** Whether such a time is of these years; anything else is. */
    public static boolean contains(Object time) {
        if (time instanceof Instant instant) {
            return !instant.isBefore(BEGIN) && instant.isBefore(END);
        }
        return !(time instanceof LocalDate day) || (!day.isBefore(FIRST) && !day.isAfter(LAST));
    }

    /** Whatever reads such a value, however it was configured: it is looked at afterwards. */
    @Singleton
    static final class Bounds implements ObjectMapperCustomizer {

        private static final Set<Class<?>> BOUNDED = Set.of(Instant.class, LocalDate.class);

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.registerModule(
                    new SimpleModule("regulus-era").setDeserializerModifier(new BeanDeserializerModifier() {
                        @Override
                        public JsonDeserializer<?> modifyDeserializer(
                                DeserializationConfig config, BeanDescription type, JsonDeserializer<?> reader) {
                            return BOUNDED.contains(type.getBeanClass()) ? new Bounded(reader) : reader;
                        }
                    }));
        }
    }

    private static final class Bounded extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        Bounded(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new Bounded(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Object time = super.deserialize(json, context);
            return contains(time) ? time : context.handleWeirdStringValue(handledType(), json.getText(), WHY);
        }
    }
}

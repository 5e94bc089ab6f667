package org.regulus.sanctions.penalty.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.function.Function;
import org.regulus.sanctions.penalty.Revision;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** In a file the constants of its sheets are written as everywhere in the API: {@code in-person}. Older files have {@code IN_PERSON}; both are read. */
@Singleton
class SheetCodes implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("regulus-sheets");
        plain(module, Sheet.ServiceMethod.class);
        plain(module, Sheet.Paper.class);
        plain(module, Sheet.Challenge.class);
        plain(module, Sheet.Resolution.class);
        plain(module, Revision.Becomes.class);
        add(module, PenaltyKind.class, PenaltyKind::code, SheetCodes::kind);
        mapper.registerModule(module);
    }

    private static PenaltyKind kind(String code) {
        return PenaltyKind.of(code).orElseGet(() -> PenaltyKind.valueOf(code));
    }

    private static <E extends Enum<E>> void plain(SimpleModule module, Class<E> type) {
        add(module, type, Codes::of, code -> Codes.read(type, code));
    }

    private static <E extends Enum<E>> void add(
            SimpleModule module, Class<E> type, Function<E, String> write, Function<String, E> read) {
        module.addSerializer(type, new Writer<>(type, write));
        module.addDeserializer(type, new Reader<>(type, read));
    }

    private static final class Writer<E> extends StdSerializer<E> {

        private static final long serialVersionUID = 1;
        private final transient Function<E, String> write;

        Writer(Class<E> type, Function<E, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(E constant, JsonGenerator json, SerializerProvider context) throws IOException {
            json.writeString(write.apply(constant));
        }
    }

    private static final class Reader<E> extends StdDeserializer<E> {

        private static final long serialVersionUID = 1;
        private final transient Function<String, E> read;

        Reader(Class<E> type, Function<String, E> read) {
            super(type);
            this.read = read;
        }

        @Override
        public E deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return read.apply(json.getText());
        }
    }
}

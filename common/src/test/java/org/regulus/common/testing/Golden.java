package org.regulus.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published contracts: a schema and a golden sample for each event type. */
public final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** It knows our one keyword, which demands nothing. */
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("x-classification"))
                    .build()));

    private Golden() {}

    public static byte[] sample(String type) {
        return resource("/contracts/" + type + ".sample.json");
    }

    public static JsonNode sampleTree(String type) {
        return read(sample(type));
    }

    /** What the producer writes is the golden sample, byte for byte, and the sample fulfils the schema. */
    public static void check(String type, Object data) {
        try {
            assertThat(JSON.writeValueAsString(data)).isEqualTo(new String(sample(type), StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        assertThat(schema(type).validate(sampleTree(type))).isEmpty();
    }

    public static JsonSchema schema(String type) {
        return SCHEMAS.getSchema(read(resource("/contracts/" + type + ".schema.json")));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String path) {
        try (InputStream file = Golden.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("There is no contract " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

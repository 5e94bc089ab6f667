package org.regulus.filing.edge;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Puts the examples of {@code openapi-examples.json} to the bodies that they are examples of, when the document is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {

    private static final String FILE = "openapi-examples.json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        examples().forEach((operation, example) -> {
            String[] parts = operation.split(" ");
            PathItem path = document.getPaths().getPathItem(parts[1]);
            if (path == null) {
                throw new IllegalStateException(FILE + ": there is no path " + parts[1]);
            }
            path.getOperations()
                    .get(PathItem.HttpMethod.valueOf(parts[0]))
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .forEach((type, media) -> {
                        if (example instanceof String == type.equals("text/csv")) {
                            media.setExample(example);
                        }
                    });
        });
    }

    private static Map<String, Object> examples() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

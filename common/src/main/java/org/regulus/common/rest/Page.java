package org.regulus.common.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after, or null when this is the last one
 */
public record Page<T>(List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) String next) {

    /** @param rows up to {@code limit + 1} rows: the one too many tells that there is a next page, without counting */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, UUID> idOf) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(items, PageRequest.cursor(idOf.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** Answers the page with {@code Link: rel="next"} (RFC 8288) where there is one. */
    public RestResponse<Page<T>> response(UriInfo uri) {
        RestResponse.ResponseBuilder<Page<T>> answer = RestResponse.ResponseBuilder.ok(this);
        if (next != null) {
            answer.header(
                    "Link",
                    "<%s>; rel=\"next\""
                            .formatted(uri.getRequestUriBuilder()
                                    .replaceQueryParam("cursor", next)
                                    .build()));
        }
        return answer.build();
    }
}

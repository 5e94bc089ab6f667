package org.regulus.common.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure becomes a problem document here and nowhere else. What is not an expected no is our bug: 500 and an error id. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** {@code character_not_in_repertoire} and {@code untranslatable_character}. */
    private static final Set<String> NOT_TEXT = Set.of("22021", "22P05");

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        LOG.infof("refused: %s", refusal.code());
        return Problem.of(status(refusal.kind()), refusal.code(), refusal.getMessage(), refusal.flaws())
                .response();
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
            case UNCONDITIONAL -> 428;
        };
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException invalid) {
        List<Refusal.Flaw> flaws = invalid.getConstraintViolations().stream()
                .map(ProblemMappers::flaw)
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return Problem.of(422, "request.invalid", "The request has %d flaw(s)".formatted(flaws.size()), flaws)
                .response();
    }

    private static Refusal.Flaw flaw(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(node.getName());
            }
        }
        String rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Refusal.Flaw(pointer.toString(), "constraint." + kebab(rule), violation.getMessage());
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException unreadable) {
        return malformed(unreadable);
    }

    private static Response malformed(JsonProcessingException unreadable) {
        String pointer = unreadable instanceof JsonMappingException mapping ? pointer(mapping) : "";
        String code = unreadable instanceof UnrecognizedPropertyException
                ? "json.unknown-field"
                : unreadable instanceof JsonMappingException ? "json.wrong-type" : "json.syntax";
        var flaw = new Refusal.Flaw(pointer, code, unreadable.getOriginalMessage());
        return Problem.of(400, "request.malformed", "The body is not the JSON that is expected here", List.of(flaw))
                .response();
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException answered) {
        if (jsonFault(answered) instanceof JsonProcessingException unreadable) {
            return malformed(unreadable);
        }
        int status = answered.getResponse().getStatus();
        String code =
                switch (status) {
                    case 400 -> "request.malformed";
                    case 401 -> "auth.required";
                    case 403 -> "auth.forbidden";
                    case 404 -> "resource.unknown";
                    case 405 -> "method.not-allowed";
                    case 406 -> "media-type.not-acceptable";
                    case 413 -> "request.too-large";
                    case 415 -> "media-type.unsupported";
                    default -> "http." + status;
                };
        return Problem.of(status, code, answered.getMessage()).response();
    }

    private static Throwable jsonFault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException) {
                return cause;
            }
        }
        return null;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException refused) {
        Response problem = Problem.of(401, "auth.required", "A valid access token of this realm and audience is needed")
                .response();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return Problem.of(403, "auth.forbidden", "Your roles do not allow this").response();
    }

    @ServerExceptionMapper
    Response bug(Throwable unexpected) {
        if (isAboutCharacters(unexpected)) {
            return Problem.of(
                            400,
                            "request.characters",
                            "The request has a character that no text may have, such as U+0000")
                    .response();
        }
        String occurrence = UUID.randomUUID().toString();
        LOG.errorf(unexpected, "unexpected failure, errorId=%s", occurrence);
        return Problem.of(500, "server.fault", "This is our fault, not yours; please report the error id")
                .at("urn:uuid:" + occurrence)
                .response();
    }

    /** PostgreSQL keeps every character of Unicode but U+0000, wherever in a request it stood. */
    private static boolean isAboutCharacters(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCException refused && NOT_TEXT.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}

package org.regulus.common.problem;

import java.util.List;

/**
 * An expected "no, and here is why": the one way in which Regulus says no. Becomes {@code application/problem+json} (RFC 9457) at
 * the edge; {@code code} is stable and part of the contract, {@code detail} is for people.
 */
public final class Refusal extends RuntimeException {

    /** What sort of no it is; each kind has one HTTP status. */
    public enum Kind {
        MALFORMED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        STALE,
        TOO_LARGE,
        INVALID,
        UNCONDITIONAL
    }

    /**
     * One thing that is wrong with a request.
     *
     * @param pointer where: a JSON pointer (RFC 6901) into the request, or into the rows of an import
     */
    public record Flaw(String pointer, String code, String detail) {}

    private final transient Kind kind;
    private final transient String code;
    private final transient List<Flaw> flaws;

    public Refusal(Kind kind, String code, String detail, List<Flaw> flaws) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.flaws = List.copyOf(flaws);
    }

    /** The request cannot even be read. */
    public static Refusal malformed(String code, String detail) {
        return new Refusal(Kind.MALFORMED, code, detail, List.of());
    }

    public static Refusal forbidden(String code, String detail) {
        return new Refusal(Kind.FORBIDDEN, code, detail, List.of());
    }

    /** It does not exist, or the asker may not know that it does. */
    public static Refusal notFound(String code, String detail) {
        return new Refusal(Kind.NOT_FOUND, code, detail, List.of());
    }

    /** The move is not allowed in the state the thing is in. */
    public static Refusal conflict(String code, String detail) {
        return new Refusal(Kind.CONFLICT, code, detail, List.of());
    }

    /** Somebody else changed it since the asker last saw it. */
    public static Refusal stale(String code, String detail) {
        return new Refusal(Kind.STALE, code, detail, List.of());
    }

    public static Refusal tooLarge(String code, String detail) {
        return new Refusal(Kind.TOO_LARGE, code, detail, List.of());
    }

    public static Refusal invalid(String code, String detail) {
        return new Refusal(Kind.INVALID, code, detail, List.of());
    }

    /** All the flaws at once, so that the asker mends them in one go. */
    public static Refusal invalid(String code, String detail, List<Flaw> flaws) {
        return new Refusal(Kind.INVALID, code, detail, flaws);
    }

    /** A change was asked for without saying which version it is a change of. */
    public static Refusal unconditional(String code, String detail) {
        return new Refusal(Kind.UNCONDITIONAL, code, detail, List.of());
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}

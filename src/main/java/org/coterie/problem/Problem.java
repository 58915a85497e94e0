package org.coterie.problem;

import java.util.List;

/**
 * Why a request fails, in words for its sender. A room names its own problems by extending this class or with one of
 * the factories; how a problem looks on the wire is known to {@link ProblemMapper} alone.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; each kind has one status code. */
    public enum Kind {
        /** The request cannot be understood or breaks a rule that can be read in the contract: 400. */
        INVALID,
        /** Nobody is asking, or with a token that is not known: 401. */
        UNAUTHENTICATED,
        /** The asker may not do this: 403. */
        FORBIDDEN,
        /** It does not exist, or the asker may not know that it does: 404. */
        UNKNOWN,
        /** It contradicts what is already there: 409. */
        CONFLICT,
        /** It has changed since the asker read it: 412. */
        STALE,
        /** The body is larger than is read: 413. */
        TOO_LARGE,
        /** It is in order, but contradicts what the asker said before: 422. */
        UNPROCESSABLE,
        /** The asker has asked too much: 429. */
        TOO_MANY,
        /** Something that is needed is away for the moment: 503. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient List<Fault> faults;

    /**
     * @param code stable and kebab-case; clients branch on it
     * @param detail one plain sentence about this occurrence
     * @param faults the places in the body that are wrong, for {@link Kind#INVALID}; else empty
     */
    public Problem(Kind kind, String code, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** A problem without places. */
    public Problem(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of());
    }

    /** Invalid input at one place of the body: {@code pointer} is a JSON pointer (RFC 6901). */
    public static Problem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new Fault(pointer, code, detail)));
    }

    /** Invalid input at several places of the body. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                Kind.INVALID,
                "invalid-input",
                "The request is not valid.",
                faults.stream().sorted(Fault.BY_PLACE).toList());
    }

    /** An invalid query parameter, which has no place in the body: its name stands for one. */
    public static Problem invalidParameter(String name, String code, String detail) {
        return new Problem(
                Kind.INVALID,
                "invalid-parameter",
                "Parameter %s: %s".formatted(name, detail),
                List.of(new Fault("/" + name, code, detail)));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Never null: this class always has a message. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }
}

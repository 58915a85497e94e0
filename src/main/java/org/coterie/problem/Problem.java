package org.coterie.problem;

import java.util.List;
import java.util.Map;
import org.coterie.language.Text;

/**
 * Why a request fails, to be told its sender. A room names its own problems by extending this class or with one of
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
    private final transient Text detail;
    private final transient List<Fault> faults;

    private Problem(Kind kind, Text detail, List<Fault> faults) {
        super(detail.key());
        this.kind = kind;
        this.code = codeOf(detail.key());
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    /**
     * A problem without places.
     *
     * @param key of a text: the code, which is stable and kebab-case, for clients to branch on; or the code, a dot, and which
     *     of several sentences tells of this occurrence
     * @param arguments what the text names
     */
    public Problem(Kind kind, String key, Map<String, ?> arguments) {
        this(kind, new Text(key, arguments), List.of());
    }

    /** A problem without places, of which there is nothing to name. */
    public Problem(Kind kind, String key) {
        this(kind, key, Map.of());
    }

    /** The code that a text tells of. */
    static String codeOf(String key) {
        return key.split("\\.", 2)[0];
    }

    /** Invalid input at one place of the body: {@code pointer} is a JSON pointer (RFC 6901). */
    public static Problem invalid(String pointer, String key, Map<String, ?> arguments) {
        return invalid(List.of(new Fault(pointer, key, arguments)));
    }

    /** The same where there is nothing to name. */
    public static Problem invalid(String pointer, String key) {
        return invalid(pointer, key, Map.of());
    }

    /** Invalid input at several places of the body. */
    public static Problem invalid(List<Fault> faults) {
        return new Problem(
                Kind.INVALID,
                new Text("invalid-input"),
                faults.stream().sorted(Fault.BY_PLACE).toList());
    }

    /** An invalid parameter, which has no place in the body: its name stands for one. */
    public static Problem invalidParameter(String name, String key, Map<String, ?> arguments) {
        var fault = new Fault("/" + name, key, arguments);
        return new Problem(
                Kind.INVALID,
                new Text("invalid-parameter", Map.of("name", name, "fault", fault.detail())),
                List.of(fault));
    }

    /** The same where there is nothing to name. */
    public static Problem invalidParameter(String name, String key) {
        return invalidParameter(name, key, Map.of());
    }

    /** The same as one that is found at a place of the body. */
    public Fault at(String pointer) {
        return new Fault(pointer, code, detail);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Text detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }
}

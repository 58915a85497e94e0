package org.coterie.freshness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a representation by what it says: the first 128 bits of its SHA-256. So no row needs a version, every replica has
 * the same names, and whatever a reader would see changed, their language included, changes the name. Of what can be edited,
 * the name begins with one of what an edit replaces, which stays where no more has changed than what is told beside it.
 */
@ApplicationScoped
class ETags {

    private static final int BYTES = 16;

    /** One tag of a list of them: a weak one is as good where it is asked for what has changed. */
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /** What a name ends in where it is of the compressed answer, which says the same. */
    private static final String COMPRESSED = "-gzip";

    /** Between the name of what an edit replaces and that of all that is told; in no name itself. */
    private static final String AND_TOLD = ".";

    private final ObjectMapper json;
    private final ObjectWriter own;

    ETags(ObjectMapper json) {
        this.json = json;
        this.own = json.writerWithView(Beside.Own.class);
    }

    /** What goes out for this view. */
    byte[] written(@Nullable Object view) {
        return written(json.writer(), view);
    }

    private static byte[] written(ObjectWriter writer, @Nullable Object view) {
        try {
            return writer.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that cannot be written", e);
        }
    }

    /**
     * The tag of what goes out, in its quotes.
     *
     * @param edited what goes out, where an edit may replace it
     * @param compressed whether it goes out so, which makes other bytes of it
     */
    String of(byte[] written, @Nullable Object edited, boolean compressed) {
        return "\"" + (edited == null ? "" : ownOf(edited) + AND_TOLD) + nameOf(written)
                + (compressed ? COMPRESSED : "") + "\"";
    }

    /** The tag of the same where it goes out compressed. */
    static String compressed(String plain) {
        return plain.substring(0, plain.length() - 1) + COMPRESSED + "\"";
    }

    private String ownOf(Object view) {
        return nameOf(written(own, view));
    }

    private static String nameOf(byte[] written) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether one of these conditions is met by whoever would edit this: they have read what that replaces, as it is. */
    boolean isRead(Collection<String> conditions, Object view) {
        return conditions.stream().anyMatch(ETags::isAny) || isNamed(conditions, view, one -> one.group(1) == null);
    }

    /** Whether one of these tags is of what an edit of this replaces, as it is; a weak one is as good. */
    boolean isNamed(Collection<String> tags, Object view) {
        return isNamed(tags, view, one -> true);
    }

    private boolean isNamed(Collection<String> tags, Object view, Predicate<MatchResult> counts) {
        String begin = "\"" + ownOf(view) + AND_TOLD;
        return tags.stream()
                .flatMap(some -> TAG.matcher(some).results())
                .anyMatch(one -> counts.test(one) && one.group(2).startsWith(begin));
    }

    private static boolean isAny(String condition) {
        return condition.strip().equals("*");
    }

    /** Whether a list of tags, or {@code *} for any, names this one; a weak one is as good. */
    static boolean named(String condition, String tag) {
        return isAny(condition)
                || TAG.matcher(condition).results().anyMatch(one -> one.group(2).equals(tag));
    }
}

package org.coterie.freshness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names a representation by what it says: the first 128 bits of its SHA-256. So no row needs a version, every replica has
 * the same names, and whatever a reader would see changed, their language included, changes the name.
 */
@ApplicationScoped
class ETags {

    private static final int BYTES = 16;

    /** One tag of a list of them: a weak one is as good where it is asked for what has changed. */
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /** What a name ends in where it is of the compressed answer, which says the same. */
    private static final String COMPRESSED = "-gzip";

    private final ObjectMapper json;

    ETags(ObjectMapper json) {
        this.json = json;
    }

    /** What goes out for this view. */
    byte[] written(Object view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that cannot be written", e);
        }
    }

    /**
     * The tag of what goes out, in its quotes.
     *
     * @param compressed whether it goes out so, which makes other bytes of it
     */
    static String of(byte[] written, boolean compressed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(written);
            String name = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
            return "\"" + name + (compressed ? COMPRESSED : "") + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Whether a condition names this tag.
     *
     * @param condition a list of tags, or {@code *} for any
     * @param weakly whether a weak tag counts, too
     */
    static boolean named(String condition, String tag, boolean weakly) {
        return condition.strip().equals("*")
                || TAG.matcher(condition)
                        .results()
                        .anyMatch(one -> one.group(2).equals(tag) && (weakly || one.group(1) == null));
    }
}

package org.coterie.accounts;

import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A request that can be sent again, since it has a key: which it is, and what it asks. */
@RequestScoped
class Attempt {

    static final String HEADER = "Idempotency-Key";

    /** Visible ASCII. */
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private @Nullable String key;
    private @Nullable WatchedBody body;
    private @Nullable UUID personId;

    /**
     * What has this key begins.
     *
     * @param address where it is sent to, a part of what it asks
     * @param source what it brings
     * @param size how many bytes that are, where it says so
     * @return the body, to be read instead of {@code source}
     * @throws Problem INVALID where the key is none
     */
    InputStream begin(String header, String address, InputStream source, OptionalLong size) {
        if (!KEY.matcher(header).matches()) {
            throw Problem.invalidParameter(HEADER, "wrong-format.retry-key");
        }
        key = header;
        var watched = new WatchedBody(address, source, size);
        body = watched;
        return watched;
    }

    /** Whoever this person is, what is kept of it is theirs. */
    void belongsTo(UUID person) {
        personId = person;
    }

    Optional<UUID> owner() {
        return Optional.ofNullable(personId);
    }

    /** What the sender chose to know it by; empty where it cannot be sent again safely. */
    Optional<String> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Tells it from others with the same key, by 64 hexadecimal digits, after its body has been read to the end; empty where
     * that broke off.
     */
    Optional<String> fingerprint() {
        return Objects.requireNonNull(body).fingerprint();
    }
}

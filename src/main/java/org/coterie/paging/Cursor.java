package org.coterie.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Where a page begins: after the row at this position. Opaque to clients. */
public record Cursor(String position) {

    public static Cursor after(String position) {
        return new Cursor(position);
    }

    /** Reads what a client sent; absent or empty is the beginning. */
    public static Optional<Cursor> parse(@Nullable String opaque) {
        if (opaque == null || opaque.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(opaque);
            return Optional.of(new Cursor(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
    }

    /** For lists ordered by id. */
    public static Optional<UUID> parseId(@Nullable String opaque) {
        return parse(opaque).map(cursor -> {
            try {
                return UUID.fromString(cursor.position);
            } catch (IllegalArgumentException e) {
                throw unreadable();
            }
        });
    }

    public String opaque() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem unreadable() {
        return Problem.invalidParameter("cursor", "wrong-format", "is not a cursor of this list.");
    }
}

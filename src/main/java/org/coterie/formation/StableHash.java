package org.coterie.formation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 64-bit key of a handle or a tag, by which the core orders everything: the first eight bytes of the SHA-256 of its
 * UTF-8, so the same on every machine and database, and nobody can choose a name that comes first. For one thread.
 */
final class StableHash {

    private final MessageDigest sha256;

    StableHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long of(String name) {
        return ByteBuffer.wrap(sha256.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}

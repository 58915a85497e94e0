package org.coterie.accounts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** A body of any length that is hashed while somebody else reads it. */
final class WatchedBody extends FilterInputStream {

    private final MessageDigest digest = Secret.sha256();
    private final OptionalLong size;
    private long arrived;

    /** @param before what is hashed with it */
    WatchedBody(String before, InputStream source, OptionalLong size) {
        super(source);
        this.size = size;
        digest.update((before + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = in.read(target, from, length);
        if (read > 0) {
            digest.update(target, from, read);
            arrived += read;
        }
        return read;
    }

    /** Whoever has read what they need closes it, but the rest is a part of the request; the server closes what is below. */
    @Override
    public void close() {}

    /** After the rest has been read; empty where not all of it came. */
    Optional<String> fingerprint() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokeOff) {
            return Optional.empty();
        }
        return arrived < size.orElse(0)
                ? Optional.empty()
                : Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}

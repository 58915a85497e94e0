package org.coterie.transfer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A file that arrives, and how much of it has. */
final class Arriving extends FilterInputStream {

    private final OptionalLong size;
    private long arrived;

    Arriving(InputStream source, OptionalLong size) {
        super(source);
        this.size = size;
    }

    /** What part has arrived, 0 to 1; 0 where nobody knows how much there is. */
    double progress() {
        return size.isPresent() ? Math.min(1, (double) arrived / Math.max(1, size.getAsLong())) : 0;
    }

    /**
     * At the end of what came.
     *
     * @throws EOFException where more was announced
     */
    void expectAll() throws EOFException {
        if (size.isPresent() && arrived < size.getAsLong()) {
            throw new EOFException("%d of %d bytes arrived".formatted(arrived, size.getAsLong()));
        }
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            arrived++;
        }
        return next;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        if (read > 0) {
            arrived += read;
        }
        return read;
    }
}

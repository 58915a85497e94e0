package org.coterie.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits what arrives into lines, however long the whole is. A line beyond the limit is passed over, never held. */
final class Lines {

    /** Longer than any person that passes the other limits, short enough to be held a thousand times. */
    static final int LONGEST = 64 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final InputStream source;
    private final byte[] block = new byte[BLOCK];
    private int position;
    private int filled;
    private long number;

    Lines(InputStream source) {
        this.source = source;
    }

    /**
     * One line without its line feed.
     *
     * @param number from 1; blank lines count
     * @param tooLong whether it went beyond the limit; then the bytes are missing
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Line(long number, byte[] bytes, boolean tooLong) {}

    /**
     * The next line; empty at the end.
     *
     * @throws IOException where the source breaks off
     */
    Optional<Line> next() throws IOException {
        var line = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        while (position < filled || fill()) {
            int end = lineFeedOrEnd();
            if (line.size() + end - position > LONGEST) {
                tooLong = true;
            }
            if (!tooLong) {
                line.write(block, position, end - position);
            }
            position = end;
            if (end < filled) {
                position++;
                return Optional.of(numbered(line, tooLong));
            }
        }
        // the last line may go without a line feed
        return line.size() > 0 || tooLong ? Optional.of(numbered(line, tooLong)) : Optional.empty();
    }

    private Line numbered(ByteArrayOutputStream line, boolean tooLong) {
        number++;
        return new Line(number, tooLong ? new byte[0] : line.toByteArray(), tooLong);
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(source.read(block), 0);
        return filled > 0;
    }

    private int lineFeedOrEnd() {
        int at = position;
        while (at < filled && block[at] != '\n') {
            at++;
        }
        return at;
    }
}

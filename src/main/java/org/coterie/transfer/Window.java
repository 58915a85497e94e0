package org.coterie.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coterie.transfer.Reading.Rejected;
import org.coterie.transfer.Reading.Understood;

/** As many lines as are held in memory before they are stored. */
final class Window {

    private static final int FEWEST_LINES = 2_000;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Instant begun;
    private final int mostLines;
    private final List<Understood> understood = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int bytes;

    /**
     * An empty one.
     *
     * @param linesBefore how many came before it: the first are small, so that storing them begins soon
     */
    Window(Instant begun, long linesBefore) {
        this.begun = begun;
        this.mostLines = (int) Math.max(FEWEST_LINES, Math.min(MOST_LINES, linesBefore));
    }

    void add(Reading reading, int size) {
        if (reading instanceof Understood person) {
            understood.add(person);
        } else if (reading instanceof Rejected bad) {
            rejected.add(bad);
        }
        bytes += size;
    }

    /** Many lines, much text, or a file that arrives slowly: what has come is not kept waiting. */
    boolean isFull(Instant now) {
        return understood.size() + rejected.size() >= mostLines
                || bytes >= MOST_BYTES
                || begun.plus(LONGEST_WAIT).isBefore(now);
    }

    List<Understood> understood() {
        return understood;
    }

    List<Rejected> rejected() {
        return rejected;
    }
}

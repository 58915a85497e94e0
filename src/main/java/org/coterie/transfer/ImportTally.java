package org.coterie.transfer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.transfer.Chunk.Guest;

/**
 * How far an import is, as it is written with each chunk.
 *
 * @param accepted lines stored
 * @param rejected lines that were not
 * @param progress what part of the file that is
 * @param few whom the lines were about; nobody once there are more than {@link #FEW}
 * @param awaiting who of them has changed, and has a place in a group that waits for an answer
 */
record ImportTally(UUID importId, long accepted, long rejected, double progress, List<UUID> few, List<UUID> awaiting) {

    /** As many people are looked at one by one, as if each had spoken for themselves. */
    private static final int FEW = 100;

    ImportTally {
        few = List.copyOf(few);
        awaiting = List.copyOf(awaiting);
    }

    /** Before the first line. */
    static ImportTally begun(UUID importId) {
        return new ImportTally(importId, 0, 0, 0, List.of(), List.of());
    }

    /**
     * The same, with this chunk.
     *
     * @param more who of it has changed, and has a place in a group that waits for an answer
     */
    ImportTally plus(Chunk chunk, Collection<UUID> more) {
        long all = accepted + chunk.people().size();
        return new ImportTally(
                importId,
                all,
                rejected + chunk.rejected().size(),
                chunk.progress(),
                all > FEW ? List.of() : with(chunk.people().stream().map(Guest::id), few),
                more.isEmpty() ? awaiting : with(more.stream(), awaiting));
    }

    private static List<UUID> with(Stream<UUID> more, List<UUID> before) {
        return Stream.concat(before.stream(), more).distinct().toList();
    }

    boolean isFew() {
        return accepted <= FEW;
    }

    /** Whom to look at after all is stored. */
    List<UUID> concerned() {
        return isFew() ? few : awaiting;
    }
}

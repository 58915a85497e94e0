package org.coterie.transfer;

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
 */
record ImportTally(UUID importId, long accepted, long rejected, double progress, List<UUID> few) {

    /** As many people are looked at one by one, as if each had spoken for themselves. */
    static final int FEW = 100;

    ImportTally {
        few = List.copyOf(few);
    }

    /** Before the first line. */
    static ImportTally begun(UUID importId) {
        return new ImportTally(importId, 0, 0, 0, List.of());
    }

    /** The same, with this chunk. */
    ImportTally plus(Chunk chunk) {
        long all = accepted + chunk.people().size();
        return new ImportTally(
                importId,
                all,
                rejected + chunk.rejected().size(),
                chunk.progress(),
                all > FEW
                        ? List.of()
                        : Stream.concat(few.stream(), chunk.people().stream().map(Guest::id))
                                .distinct()
                                .toList());
    }
}

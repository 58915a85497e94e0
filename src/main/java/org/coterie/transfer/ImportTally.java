package org.coterie.transfer;

import java.util.UUID;

/**
 * How far an import is, as it is written with each chunk.
 *
 * @param accepted lines stored
 * @param rejected lines that were not
 * @param progress what part of the file that is
 */
record ImportTally(UUID importId, long accepted, long rejected, double progress) {

    /** The same, with this chunk. */
    ImportTally plus(Chunk chunk) {
        return new ImportTally(
                importId,
                accepted + chunk.people().size(),
                rejected + chunk.rejected().size(),
                chunk.progress());
    }
}

package org.coterie.matching;

import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;

/**
 * Communities by the Leiden algorithm, with the constant Potts model as its quality (Traag, Waltman, van Eck: From
 * Louvain to Leiden, 2019).
 */
final class Leiden {

    private final double resolution;
    private final long seed;

    /** @param resolution how densely a community is tied within itself, in cosine a pair, 0 to 1 */
    Leiden(double resolution, long seed) {
        this.resolution = resolution;
        this.seed = seed;
    }

    /** The nodes of each community, each in exactly one. */
    int[][] communities(Network network) {
        var leiden = new LeidenAlgorithm(
                resolution, LeidenAlgorithm.DEFAULT_N_ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        return leiden.findClustering(network).getNodesPerCluster();
    }

    /** The communities of two people or more on a graph of people. */
    Formed form(Given given, Network graph) {
        var groups = new Circles();
        for (int[] community : communities(graph)) {
            if (community.length > 1) {
                groups.add(community);
            }
        }
        return Formed.inside(given.index(), groups);
    }
}

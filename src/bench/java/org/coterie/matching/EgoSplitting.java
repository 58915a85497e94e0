package org.coterie.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Overlapping communities by ego-splitting (Epasto, Lattanzi, Paes Leme: Ego-Splitting Framework, 2017): the neighbours of
 * each person, among themselves, fall into local clusters; the person becomes one persona for each of them; a tie
 * between two people is one between the personas that it belongs to; and the graph of personas is clustered by {@link
 * Leiden}. Local clusters come from weighted label propagation (Raghavan, Albert, Kumara 2007).
 */
final class EgoSplitting {

    private static final int ROUNDS = 10;

    private final Leiden leiden;
    private final Network network;

    /** The local cluster of each neighbour of each person. */
    private final int[][] cluster;

    /** A person's personas are those from {@code persona[p]} to {@code persona[p + 1]}. */
    private final int[] persona;

    /** Where in the list of the ego's neighbours somebody is, or -1. */
    private final int[] place;

    private EgoSplitting(Network network, Leiden leiden) {
        this.network = network;
        this.leiden = leiden;
        cluster = new int[network.getNNodes()][];
        persona = new int[network.getNNodes() + 1];
        place = new int[network.getNNodes()];
        Arrays.fill(place, -1);
    }

    /** The communities of two people or more on a graph of people. */
    static Formed form(Given given, Network graph, Leiden leiden) {
        return Formed.inside(given.index(), new EgoSplitting(graph, leiden).communities());
    }

    private Circles communities() {
        for (int p = 0; p < cluster.length; p++) {
            cluster[p] = localClusters(network.getNeighbors(p));
            persona[p + 1] = persona[p] + 1 + IntStream.of(cluster[p]).max().orElse(0);
        }
        var owner = new int[persona[cluster.length]];
        for (int p = 0; p < cluster.length; p++) {
            Arrays.fill(owner, persona[p], persona[p + 1], p);
        }
        var groups = new Circles();
        for (int[] community : leiden.communities(personas())) {
            int[] people = IntStream.of(community).map(i -> owner[i]).distinct().toArray();
            if (people.length > 1) {
                groups.add(people);
            }
        }
        return groups;
    }

    private Network personas() {
        var one = new LargeIntArray(0);
        var other = new LargeIntArray(0);
        var weight = new LargeDoubleArray(0);
        for (int p = 0; p < cluster.length; p++) {
            int[] neighbours = network.getNeighbors(p);
            double[] weights = network.getEdgeWeights(p);
            for (int i = 0; i < neighbours.length; i++) {
                int q = neighbours[i];
                if (p < q) {
                    one.append(persona[p] + cluster[p][i]);
                    other.append(persona[q]
                            + cluster[q][
                                    IntArrayList.wrap(network.getNeighbors(q)).indexOf(p)]);
                    weight.append(weights[i]);
                }
            }
        }
        return new Network(persona[cluster.length], false, new LargeIntArray[] {one, other}, weight, false, false);
    }

    /** The cluster of each of these people, from 0 on, by the ties among themselves. */
    private int[] localClusters(int[] people) {
        for (int i = 0; i < people.length; i++) {
            place[people[i]] = i;
        }
        var tied = new int[people.length][];
        var weight = new double[people.length][];
        for (int i = 0; i < people.length; i++) {
            int[] neighbours = network.getNeighbors(people[i]);
            double[] weights = network.getEdgeWeights(people[i]);
            int[] inside = IntStream.range(0, neighbours.length)
                    .filter(k -> place[neighbours[k]] >= 0)
                    .toArray();
            tied[i] = IntStream.of(inside).map(k -> place[neighbours[k]]).toArray();
            weight[i] = IntStream.of(inside).mapToDouble(k -> weights[k]).toArray();
        }
        for (int p : people) {
            place[p] = -1;
        }
        return numbered(propagated(tied, weight));
    }

    /** Everybody takes over the label that weighs most around them, until nobody changes theirs. */
    private static int[] propagated(int[][] tied, double[][] weight) {
        int[] label = IntStream.range(0, tied.length).toArray();
        var heard = new double[tied.length];
        boolean changed = true;
        for (int round = 0; changed && round < ROUNDS; round++) {
            changed = false;
            for (int i = 0; i < tied.length; i++) {
                int best = label[i];
                for (int k = 0; k < tied[i].length; k++) {
                    heard[label[tied[i][k]]] += weight[i][k];
                }
                for (int other : tied[i]) {
                    best = heard[label[other]] > heard[best] ? label[other] : best;
                }
                for (int other : tied[i]) {
                    heard[label[other]] = 0;
                }
                changed |= best != label[i];
                label[i] = best;
            }
        }
        return label;
    }

    /** The same clusters, numbered from 0 on without gaps. */
    private static int[] numbered(int[] label) {
        var number = new int[label.length];
        Arrays.fill(number, -1);
        int next = 0;
        var numbered = new int[label.length];
        for (int i = 0; i < label.length; i++) {
            if (number[label[i]] < 0) {
                number[label[i]] = next++;
            }
            numbered[i] = number[label[i]];
        }
        return numbered;
    }
}

package org.coterie.matching;

import java.util.Arrays;
import java.util.BitSet;

/** Where people are, roughly, how far they go, and who would meet online as well. Nothing is known of most people. */
final class Places {

    private static final double EARTH_RADIUS_KM = 6371;

    /** Pairs of latitude and longitude, in radians. */
    private double[] position = new double[0];

    private double[] farthest = new double[0];
    private final BitSet known = new BitSet();
    private final BitSet inPersonOnly = new BitSet();

    /** Notes a place in degrees. */
    void put(int person, double latitude, double longitude, double kilometres, boolean onlineOk) {
        set(person, Math.toRadians(latitude), Math.toRadians(longitude), kilometres, onlineOk);
    }

    private void set(int person, double north, double east, double kilometres, boolean onlineOk) {
        if (person >= farthest.length) {
            farthest = Arrays.copyOf(farthest, person + person / 2 + 16);
            position = Arrays.copyOf(position, 2 * farthest.length);
        }
        position[2 * person] = north;
        position[2 * person + 1] = east;
        farthest[person] = kilometres;
        known.set(person);
        inPersonOnly.set(person, !onlineOk);
    }

    /** The same places of people who are numbered anew: the i-th is who was {@code before[i]}. */
    Places renumbered(int[] before) {
        var places = new Places();
        for (int p = 0; p < before.length; p++) {
            int q = before[p];
            if (known.get(q)) {
                places.set(p, position[2 * q], position[2 * q + 1], farthest[q], onlineOk(q));
            }
        }
        return places;
    }

    /** Whether everybody would do without meeting in person. */
    boolean isEmpty() {
        return inPersonOnly.isEmpty();
    }

    /** Whether the person would meet online; so would somebody of whom nothing is known. */
    boolean onlineOk(int person) {
        return !inPersonOnly.get(person);
    }

    /** Whether two people are within the distance of both; somebody whose place is unknown is near everybody. */
    boolean near(int a, int b) {
        return !known.get(a) || !known.get(b) || kilometres(a, b) <= Math.min(farthest[a], farthest[b]);
    }

    /** The great-circle distance by the haversine formula. */
    private double kilometres(int a, int b) {
        double north = Math.sin((position[2 * b] - position[2 * a]) / 2);
        double east = Math.sin((position[2 * b + 1] - position[2 * a + 1]) / 2);
        double haversine = north * north + Math.cos(position[2 * a]) * Math.cos(position[2 * b]) * east * east;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}

package org.coterie.matching;

import java.util.Arrays;
import java.util.BitSet;

/** Where people are, roughly, how far they go, and who would meet online as well. Nothing is known of most people. */
final class Places {

    private static final double EARTH_RADIUS_KM = 6371;

    /** Of somebody whose place is unknown. */
    static final long NOWHERE = -1;

    /** All there are. */
    private static final long[] ANYWHERE = {};

    /** Farther north, or south, it takes few steps to go round the world. */
    private static final double NEAR_POLE = Math.toRadians(85);

    /** The map is so often halved from north to south, and from west to east, for the smallest squares. */
    private static final int HALVED = 16;

    /** How far it is across one of them from north to south, as an angle. */
    private static final double SMALLEST = Math.PI / (1 << HALVED);

    /** For each person the point on a sphere of radius one: towards where the meridian of Greenwich crosses the equator, east and north. */
    private double[] position = new double[0];

    /** How far each goes, as the square of the straight line through a sphere of radius one. */
    private double[] farthest = new double[0];

    /** In which small square of the map each is, numbered along a Z-order curve (Morton 1966). */
    private long[] squares = new long[0];

    private final BitSet known = new BitSet();
    private final BitSet inPersonOnly = new BitSet();

    /** See {@link #width()}; less than 0 until it is asked for. */
    private int width = -1;

    /** Notes a place in degrees. */
    void put(int person, double latitude, double longitude, double kilometres, boolean onlineOk) {
        reserve(person);
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude);
        position[3 * person] = Math.cos(north) * Math.cos(east);
        position[3 * person + 1] = Math.cos(north) * Math.sin(east);
        position[3 * person + 2] = Math.sin(north);
        squares[person] = square(latitude / 180 + 0.5, longitude / 360 + 0.5);
        double angle = kilometres / EARTH_RADIUS_KM;
        double chord = angle < Math.PI ? 2 * Math.sin(angle / 2) : Double.POSITIVE_INFINITY;
        farthest[person] = chord * chord;
        note(person, onlineOk);
    }

    private void reserve(int person) {
        if (person >= farthest.length) {
            farthest = Arrays.copyOf(farthest, person + person / 2 + 16);
            position = Arrays.copyOf(position, 3 * farthest.length);
            squares = Arrays.copyOf(squares, farthest.length);
        }
    }

    private void note(int person, boolean onlineOk) {
        known.set(person);
        inPersonOnly.set(person, !onlineOk);
    }

    /** The same places of people who are numbered anew: the i-th is who was {@code before[i]}. */
    Places renumbered(int[] before) {
        var places = new Places();
        for (int p = 0; p < before.length; p++) {
            int q = before[p];
            if (known.get(q)) {
                places.reserve(p);
                System.arraycopy(position, 3 * q, places.position, 3 * p, 3);
                places.squares[p] = squares[q];
                places.farthest[p] = farthest[q];
                places.note(p, onlineOk(q));
            }
        }
        return places;
    }

    /**
     * In which neighbourhood somebody is, as wide as half of those go who would meet in person only; {@link #NOWHERE} where
     * that is unknown.
     */
    long neighbourhood(int person) {
        long square = square(person);
        return square == NOWHERE ? NOWHERE : square >> (2 * width());
    }

    /** Puts those next to each other who are close, as far as a line allows, first those whose place is unknown. */
    int compare(int a, int b) {
        return Long.compare(square(a), square(b));
    }

    /** The number of the square somebody is in, {@link #NOWHERE} where that is unknown. */
    long square(int person) {
        return known.get(person) ? squares[person] : NOWHERE;
    }

    /**
     * Where all are who could be twice as far from somebody as they go, so that a group whose members are near is found by any
     * of them: stretches of the numbers of squares, each from the one until the other.
     *
     * @return empty where it is anywhere
     */
    long[] stretchesAround(int person) {
        if (!known.get(person) || onlineOk(person)) {
            return ANYWHERE;
        }
        double angle = 4 * Math.asin(Math.min(2, Math.sqrt(farthest[person])) / 2);
        long north = evenBits(squares[person] >> 1);
        long east = evenBits(squares[person]);
        double farthestNorth = Math.abs(north * SMALLEST - Math.PI / 2) + SMALLEST + angle;
        if (farthestNorth > NEAR_POLE) {
            return ANYWHERE;
        }
        long up = (long) (angle / SMALLEST) + 2;
        long along = (long) (angle / Math.cos(farthestNorth) / (2 * SMALLEST)) + 2;
        int level = Long.SIZE - Long.numberOfLeadingZeros(2 * Math.max(up, along));
        if (level >= HALVED) {
            return ANYWHERE;
        }
        long rows = ((north + up) >> level) - ((north - up) >> level) + 1;
        long columns = ((east + along) >> level) - ((east - along) >> level) + 1;
        var stretches = new long[(int) (2 * rows * columns)];
        int next = 0;
        for (long row = (north - up) >> level; row <= (north + up) >> level; row++) {
            for (long column = (east - along) >> level; column <= (east + along) >> level; column++) {
                long roundTheWorld = column & ((1L << (HALVED - level)) - 1);
                long first = ((spread(row) << 1) | spread(roundTheWorld)) << (2 * level);
                stretches[next++] = first;
                stretches[next++] = first + (1L << (2 * level));
            }
        }
        return stretches;
    }

    private static long evenBits(long code) {
        long bits = 0;
        for (int bit = 0; bit < HALVED; bit++) {
            bits |= ((code >> (2 * bit)) & 1) << bit;
        }
        return bits;
    }

    private static long spread(long bits) {
        long code = 0;
        for (int bit = 0; bit < HALVED; bit++) {
            code |= ((bits >> bit) & 1) << (2 * bit);
        }
        return code;
    }

    /** How many squares are put together for a neighbourhood, as a power of two of its sides. */
    private int width() {
        if (width < 0) {
            double[] reach =
                    inPersonOnly.stream().mapToDouble(p -> farthest[p]).sorted().toArray();
            double half = reach.length == 0 ? 0 : Math.sqrt(reach[reach.length / 2]);
            width = Math.max(0, Math.min(HALVED, Math.getExponent(half / SMALLEST)));
        }
        return width;
    }

    /** Numbers a square of the map by the bits of how far it is north and east in turns. */
    private static long square(double north, double east) {
        long squares = 1L << HALVED;
        return (spread(Math.min(squares - 1, (long) (north * squares))) << 1)
                | spread(Math.min(squares - 1, (long) (east * squares)));
    }

    /** Whether everybody would do without meeting in person. */
    boolean isEmpty() {
        return inPersonOnly.isEmpty();
    }

    /** Whether the person would meet online; so would somebody of whom nothing is known. */
    boolean onlineOk(int person) {
        return !inPersonOnly.get(person);
    }

    /** Whether two people could meet, if nobody else came: online or where they live. */
    boolean mayMeet(int a, int b) {
        return (onlineOk(a) && onlineOk(b)) || near(a, b);
    }

    /** Whether two people are within the distance of both; somebody whose place is unknown is near everybody. */
    boolean near(int a, int b) {
        return !known.get(a) || !known.get(b) || chordSquared(a, b) <= Math.min(farthest[a], farthest[b]);
    }

    /** The square of the straight line between two people, which grows as their great-circle distance does. */
    private double chordSquared(int a, int b) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double difference = position[3 * a + axis] - position[3 * b + axis];
            sum += difference * difference;
        }
        return sum;
    }
}

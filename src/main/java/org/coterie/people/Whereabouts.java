package org.coterie.people;

/**
 * Where somebody is, never exactly: the middle of a cell of some two by two kilometres. The same place always falls into
 * the same cell, so asking or saying it again tells nothing more.
 *
 * @param latitude in degrees
 * @param longitude in degrees
 * @param withinKm how far others may be, in kilometres as the crow flies
 * @param onlineOk whether they would also meet online
 */
public record Whereabouts(double latitude, double longitude, int withinKm, boolean onlineOk) {

    /** How high a cell is, in degrees; 2.2 km. */
    private static final double CELL = 0.02;

    /** Halfway round the earth. */
    static final int FARTHEST_KM = 20_000;

    private static final int CELLS_TO_THE_POLE = (int) Math.round(90 / CELL);

    /** The same place, with others as far as this. */
    Whereabouts within(int km) {
        return new Whereabouts(latitude, longitude, km, onlineOk);
    }

    /** The same place, with others however far, or online. */
    Whereabouts anyhow() {
        return new Whereabouts(latitude, longitude, FARTHEST_KM, true);
    }

    /** The same place, or online. */
    Whereabouts orOnline() {
        return new Whereabouts(latitude, longitude, withinKm, true);
    }

    /** The cell around a place that was said exactly. */
    static Whereabouts around(double latitude, double longitude, int withinKm, boolean onlineOk) {
        double row = Math.min(Math.floor(latitude / CELL), CELLS_TO_THE_POLE - 1d);
        double north = rounded((row + 0.5) * CELL);
        // as many cells as make them as wide as they are high
        double cells = Math.max(1, Math.floor(360 * Math.cos(Math.toRadians(north)) / CELL));
        double column = Math.floor((longitude + 180) / 360 * cells) % cells;
        return new Whereabouts(north, rounded((column + 0.5) * 360 / cells - 180), withinKm, onlineOk);
    }

    /** To a metre, so that it reads well. */
    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e5) / 1e5;
    }
}

package org.coterie.people;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A place is kept so roughly that nobody's door can be found. */
class WhereaboutsTest {

    @Property
    void aPlaceIsKeptWithinTwoKilometresOfWhereItIs(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        var where = Whereabouts.around(latitude, longitude, 25, true);

        assertThat(where.latitude()).isBetween(-90.0, 90.0);
        assertThat(where.longitude()).isBetween(-180.0, 180.0);
        assertThat(kilometres(latitude, longitude, where)).isLessThan(2);
    }

    @Property
    void sayingItAgainTellsNothingMore(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        var where = Whereabouts.around(latitude, longitude, 25, true);

        assertThat(Whereabouts.around(where.latitude(), where.longitude(), 25, true))
                .isEqualTo(where);
    }

    @Property
    void neighboursWithinAKilometreOftenLookTheSame(
            @ForAll @DoubleRange(min = -60, max = 60) double latitude,
            @ForAll @DoubleRange(min = -179, max = 179) double longitude) {
        var where = Whereabouts.around(latitude, longitude, 25, true);
        double aKilometreNorth = 1 / 111.2;
        double aKilometreEast = aKilometreNorth / Math.cos(Math.toRadians(where.latitude()));

        assertThat(Whereabouts.around(where.latitude() + aKilometreNorth, where.longitude(), 25, true))
                .isEqualTo(where);
        assertThat(Whereabouts.around(where.latitude(), where.longitude() - aKilometreEast, 25, true))
                .isEqualTo(where);
    }

    @Example
    void theEndsOfTheEarthArePlacesToo() {
        assertThat(Whereabouts.around(90, 0, 25, true).latitude()).isEqualTo(89.99);
        assertThat(Whereabouts.around(-90, 0, 25, true).latitude()).isEqualTo(-89.99);
        assertThat(Whereabouts.around(0, 180, 25, true)).isEqualTo(Whereabouts.around(0, -180, 25, true));
    }

    private static double kilometres(double latitude, double longitude, Whereabouts where) {
        double north = Math.toRadians(where.latitude() - latitude);
        double east = Math.toRadians(where.longitude() - longitude);
        double haversine = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(where.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}

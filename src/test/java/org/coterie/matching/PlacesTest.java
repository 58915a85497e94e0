package org.coterie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Who is near whom. */
class PlacesTest {

    private static final double EARTH_RADIUS_KM = 6371;

    @Property
    void twoAreNearWhereTheGreatCircleIsNoLongerThanEitherGoes(
            @ForAll @DoubleRange(min = -90, max = 90) double north,
            @ForAll @DoubleRange(min = -180, max = 180) double east,
            @ForAll @DoubleRange(min = -1, max = 1) double further,
            @ForAll @DoubleRange(min = 0.1, max = 200) double farthest,
            @ForAll @DoubleRange(min = 0.1, max = 200) double farthestOfTheOther) {
        double otherNorth = Math.max(-90, Math.min(90, north + further));
        double otherEast = east + further;
        double kilometres = kilometres(north, east, otherNorth, otherEast);
        double limit = Math.min(farthest, farthestOfTheOther);
        Assume.that(Math.abs(kilometres - limit) > 1e-6 * limit);
        var places = new Places();
        places.put(0, north, east, farthest, false);
        places.put(1, otherNorth, otherEast, farthestOfTheOther, true);

        assertThat(places.near(0, 1)).isEqualTo(kilometres < limit);
        assertThat(places.near(1, 0)).isEqualTo(places.near(0, 1));
        assertThat(places.mayMeet(0, 1)).isEqualTo(places.near(0, 1));
    }

    @Property
    void whoIsNearIsFoundWhereItIsLookedForThem(
            @ForAll @DoubleRange(min = -90, max = 90) double north,
            @ForAll @DoubleRange(min = -180, max = 180) double east,
            @ForAll @DoubleRange(min = -3, max = 3) double further,
            @ForAll @DoubleRange(min = -3, max = 3) double besides,
            @ForAll @DoubleRange(min = 0.1, max = 400) double farthest) {
        double otherEast = east + besides / Math.max(0.05, Math.cos(Math.toRadians(north)));
        var places = new Places();
        places.put(0, north, east, farthest, false);
        places.put(
                1,
                Math.max(-90, Math.min(90, north + further)),
                otherEast > 180 ? otherEast - 360 : otherEast < -180 ? otherEast + 360 : otherEast,
                2 * farthest,
                false);
        Assume.that(places.near(0, 1));

        long[] stretches = places.stretchesAround(0);

        assertThat(stretches.length == 0
                        || IntStream.range(0, stretches.length / 2)
                                .anyMatch(i -> stretches[2 * i] <= places.square(1)
                                        && places.square(1) < stretches[2 * i + 1]))
                .isTrue();
    }

    @Example
    void itIsLookedForNeighboursInAPartOfTheWorldOnly() {
        var places = new Places();
        places.put(0, 48.21, 16.37, 25, false);
        places.put(1, 40.71, -74.01, 25, false);
        long[] stretches = places.stretchesAround(0);

        assertThat(stretches).isNotEmpty();
        assertThat(IntStream.range(0, stretches.length / 2)
                        .noneMatch(
                                i -> stretches[2 * i] <= places.square(1) && places.square(1) < stretches[2 * i + 1]))
                .isTrue();
    }

    @Example
    void whoGoesRoundTheWorldIsNearEverybody() {
        var places = new Places();
        places.put(0, 12.3, 45.6, 20_100, false);
        places.put(1, -12.3, -134.4, 20_100, false);

        assertThat(places.near(0, 1)).isTrue();
    }

    @Example
    void neighboursAreInOneNeighbourhoodAndOthersAreNot() {
        var places = new Places();
        places.put(0, 48.21, 16.37, 25, false);
        places.put(1, 48.22, 16.38, 25, true);
        places.put(2, 47.07, 15.44, 25, false);

        assertThat(places.neighbourhood(1)).isEqualTo(places.neighbourhood(0));
        assertThat(places.neighbourhood(2)).isNotEqualTo(places.neighbourhood(0));
        assertThat(places.neighbourhood(3)).isEqualTo(Places.NOWHERE);
    }

    @Example
    void whoWouldMeetOnlineMayMeetAnybodyWhoWould() {
        var places = new Places();
        places.put(0, 48, 16, 25, true);
        places.put(1, -30, 150, 25, true);
        places.put(2, -30, 150, 25, false);

        assertThat(places.mayMeet(0, 1)).isTrue();
        assertThat(places.mayMeet(0, 2)).isFalse();
        assertThat(places.mayMeet(1, 2)).isTrue();
        assertThat(places.mayMeet(0, 3)).isTrue();
    }

    /** By the haversine formula. */
    private static double kilometres(double north, double east, double otherNorth, double otherEast) {
        double up = Math.sin(Math.toRadians(otherNorth - north) / 2);
        double along = Math.sin(Math.toRadians(otherEast - east) / 2);
        double haversine =
                up * up + Math.cos(Math.toRadians(north)) * Math.cos(Math.toRadians(otherNorth)) * along * along;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}

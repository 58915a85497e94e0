package org.coterie.interests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.matching.PlantedInterests;

/** Planted people as {@link HolderIndex} keeps them. */
public final class PlantedHolders {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final int STRENGTH = 3;

    private final PlantedInterests planted;
    private final HolderIndex index = new HolderIndex();

    /** Puts all of them in. */
    public PlantedHolders(PlantedInterests planted) {
        this.planted = planted;
        for (int p = 0; p < planted.people(); p++) {
            index.put(person(p), held(p));
        }
    }

    HolderIndex index() {
        return index;
    }

    static UUID person(int person) {
        return new UUID(1, person);
    }

    static UUID tag(int tag) {
        return new UUID(2, tag);
    }

    /** What a person holds: all of it for a month, each since some other moment. */
    List<Held> held(int person) {
        List<Held> held = new ArrayList<>();
        for (int tag : planted.tagsOf(person)) {
            held.add(held(person, tag));
        }
        return held;
    }

    static Held held(int person, int tag) {
        var expressed = NOW.minus(Duration.ofSeconds(Math.floorMod(31L * person + tag, 86_400)));
        return new Held(tag(tag), Stance.SHARE, STRENGTH, false, expressed, expressed.plus(Duration.ofDays(30)));
    }

    /** The people who change something, evenly spread over all. */
    IntStream changing(int howMany) {
        return IntStream.range(0, howMany).map(i -> (int) ((long) i * planted.people() / howMany));
    }
}

package org.coterie.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.demo.Catalogue.Purpose;

/**
 * Fictional people as lines of an import. The same seed gives the same people.
 *
 * <p>Every purpose of {@code demo/purposes.json} gets its places. The first people of each are its core: they live for
 * it and spell its tags right, so that even the rarest purpose can become a group. Everyone else is drawn more loosely.
 */
final class DemoPopulation {

    /** The population that the people counts in {@code demo/purposes.json} are written for. */
    static final int PEOPLE = 480;

    private static final int FEWEST_PEOPLE = 400;
    private static final int SMALL = 7;

    private final Catalogue catalogue;
    private final Chance chance;
    private final Map<String, Integer> places = new HashMap<>();

    private DemoPopulation(Catalogue catalogue, Chance chance) {
        this.catalogue = catalogue;
        this.chance = chance;
    }

    /** One JSON object a line, in the format of {@code POST /v1/imports}. */
    static Stream<String> lines(ObjectMapper json, long seed, int people) {
        return described(json, seed, people).stream().map(ObjectNode::toString);
    }

    /** Their handles. */
    static Set<String> handles(ObjectMapper json, long seed, int people) {
        return described(json, seed, people).stream()
                .map(person -> person.path("handle").asText())
                .collect(Collectors.toSet());
    }

    private static List<ObjectNode> described(ObjectMapper json, long seed, int people) {
        if (people < FEWEST_PEOPLE) {
            throw new IllegalArgumentException(
                    "The demo's purposes need at least %d people, not %d.".formatted(FEWEST_PEOPLE, people));
        }
        var catalogue = Catalogue.read(json);
        var chance = new Chance(seed);
        var introductions = new Introductions(json, catalogue, chance);
        return new DemoPopulation(catalogue, chance)
                .gather(people).stream().map(introductions::of).toList();
    }

    /** First the core of every purpose and all of the small ones, then everyone's main purpose, then further ones. */
    private List<Neighbour> gather(int people) {
        var main = new ArrayList<Purpose>();
        var further = new ArrayList<Purpose>();
        for (var purpose : catalogue.purposes()) {
            int seats = purpose.placesAmong(people);
            int first = seats <= SMALL ? seats : Seat.CORE;
            main.addAll(Collections.nCopies(first, purpose));
            further.addAll(Collections.nCopies(seats - first, purpose));
        }
        Collections.shuffle(further, chance);
        var needed = further.subList(0, people - main.size());
        main.addAll(needed);
        needed.clear();
        Collections.shuffle(main, chance);

        var neighbours = main.stream().map(this::arrive).toList();
        for (var purpose : further) {
            someoneFor(purpose, neighbours).ifPresent(neighbour -> neighbour.sit(seatAt(purpose)));
        }
        return neighbours;
    }

    private Neighbour arrive(Purpose purpose) {
        var languages = new LinkedHashSet<String>();
        languages.add(purpose.language());
        purpose.languages().stream().filter(language -> chance.nextBoolean()).forEach(languages::add);
        if (chance.nextInt(5) < 3) {
            languages.add("en");
        }
        if (chance.nextInt(6) == 0) {
            languages.add(chance.any(catalogue.purposes()).language());
        }
        return new Neighbour(seatAt(purpose), languages, chance.any(purpose.timeZones()));
    }

    /** Asks around rather than asking everyone; a place nobody fits stays free. */
    private Optional<Neighbour> someoneFor(Purpose purpose, List<Neighbour> neighbours) {
        return chance.ints(1000, 0, neighbours.size())
                .mapToObj(neighbours::get)
                .filter(neighbour -> neighbour.mayAlsoJoin(purpose))
                .findFirst();
    }

    private Seat seatAt(Purpose purpose) {
        return new Seat(purpose, places.merge(purpose.id(), 1, Integer::sum) - 1);
    }
}

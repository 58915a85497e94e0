package org.coterie.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final int CORE = 3;
    private static final int RARE = 4;
    private static final int SMALL = 7;
    private static final int PURPOSES_A_PERSON = 3;
    private static final int EVERYDAY_TAGS_A_PERSON = 4;
    private static final double MISSPELT = 0.06;
    private static final double WITH_SIGNAL = 0.4;
    private static final double WITH_WHY = 0.25;

    private final ObjectMapper json;
    private final Catalogue catalogue;
    private final Random random;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Deque<String>> unsaidWhys = new HashMap<>();
    private final Map<String, Deque<Signal>> voices = new HashMap<>();
    private final Map<String, Integer> namesakes = new HashMap<>();

    private DemoPopulation(ObjectMapper json, long seed) {
        this.json = json;
        this.catalogue = Catalogue.read(json);
        this.random = new Random(seed);
        for (var purpose : catalogue.purposes()) {
            unsaidWhys.put(purpose.id(), new ArrayDeque<>(shuffled(purpose.whys())));
            voices.put(purpose.id(), new ArrayDeque<>(shuffled(purpose.voices())));
        }
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
        var population = new DemoPopulation(json, seed);
        return population.gather(people).stream().map(population::describe).toList();
    }

    /** First the core of every purpose and all of the small ones, then everyone's main purpose, then further ones. */
    private List<Neighbour> gather(int people) {
        var main = new ArrayList<Purpose>();
        var further = new ArrayList<Purpose>();
        for (var purpose : catalogue.purposes()) {
            int seats = purpose.placesAmong(people);
            int first = seats <= SMALL ? seats : CORE;
            main.addAll(Collections.nCopies(first, purpose));
            further.addAll(Collections.nCopies(seats - first, purpose));
        }
        Collections.shuffle(further, random);
        var needed = further.subList(0, people - main.size());
        main.addAll(needed);
        needed.clear();
        Collections.shuffle(main, random);

        var neighbours = main.stream().map(this::arrive).toList();
        for (var purpose : further) {
            someoneFor(purpose, neighbours).ifPresent(neighbour -> neighbour.sit(seatAt(purpose)));
        }
        return neighbours;
    }

    private Neighbour arrive(Purpose purpose) {
        var languages = new LinkedHashSet<String>();
        languages.add(purpose.language());
        purpose.languages().stream().filter(language -> random.nextBoolean()).forEach(languages::add);
        if (random.nextInt(5) < 3) {
            languages.add("en");
        }
        if (random.nextInt(6) == 0) {
            languages.add(any(catalogue.purposes()).language());
        }
        return new Neighbour(seatAt(purpose), languages, any(purpose.timeZones()));
    }

    /** Asks around rather than asking everyone; a place nobody fits stays free. */
    private Optional<Neighbour> someoneFor(Purpose purpose, List<Neighbour> neighbours) {
        return random.ints(1000, 0, neighbours.size())
                .mapToObj(neighbours::get)
                .filter(neighbour -> neighbour.mayAlsoJoin(purpose))
                .findFirst();
    }

    private Seat seatAt(Purpose purpose) {
        return new Seat(purpose, places.merge(purpose.id(), 1, Integer::sum) - 1);
    }

    private ObjectNode describe(Neighbour neighbour) {
        String name = nameOf(neighbour);
        String handle = asciiOf(name);
        int namesake = namesakes.merge(handle, 1, Integer::sum);
        var line = json.createObjectNode();
        if (namesake == 1) {
            line.put("handle", handle).put("displayName", name);
        } else {
            char initial = (char) ('A' + random.nextInt(26));
            line.put("handle", handle + namesake).put("displayName", name + " " + initial + ".");
        }

        var interests = line.putArray("interests");
        var said = new HashSet<Wording>();
        for (var seat : neighbour.seats) {
            addPurpose(seat, said, interests);
        }
        addEverydayTags(neighbour, said, interests);

        var signals = line.putArray("signals");
        if (random.nextDouble() < WITH_SIGNAL) {
            signalOf(neighbour).ifPresent(signals::add);
        }
        neighbour.languages.forEach(line.putArray("languages")::add);
        return line.put("timeZone", neighbour.timeZone);
    }

    private void addPurpose(Seat seat, Set<Wording> said, ArrayNode interests) {
        var heart = seat.purpose().tags().get(0);
        for (var wording : tagsOf(seat)) {
            if (!said.add(wording)) {
                continue;
            }
            var stance = wording.taught() ? seat.stance() : Stance.SHARE;
            boolean careful = seat.isCore() || stance != Stance.SHARE;
            var interest = interests.addObject();
            interest.put("tag", careful ? spell(wording) : scribble(wording));
            interest.put("strength", wording.equals(heart) ? 3 + random.nextInt(3) : 1 + strongerOfTwo(5));
            if (stance != Stance.SHARE) {
                interest.put("stance", stance.name());
            }
            if (seat.isQuiet()) {
                interest.put("visibility", "MATCH_ONLY");
            }
            var whys = unsaid(seat);
            if (wording.equals(heart) && !whys.isEmpty() && random.nextDouble() < WITH_WHY) {
                interest.put("why", whys.remove());
            }
        }
    }

    /** The heart of the purpose always, two to four tags in all, and the taught one for whoever teaches or learns. */
    private List<Wording> tagsOf(Seat seat) {
        var tags = seat.purpose().tags();
        var rest = new ArrayList<>(tags.subList(1, tags.size()));
        if (!seat.isCore()) {
            Collections.shuffle(rest, random);
        }
        if (seat.stance() != Stance.SHARE) {
            rest.sort(Comparator.comparing(wording -> !wording.taught()));
        }
        int further = Math.min(rest.size(), seat.isCore() ? 3 : 1 + random.nextInt(3));
        var chosen = new ArrayList<Wording>();
        chosen.add(tags.get(0));
        chosen.addAll(rest.subList(0, further));
        return chosen;
    }

    private void addEverydayTags(Neighbour neighbour, Set<Wording> said, ArrayNode interests) {
        var tags = catalogue.everydayIn(neighbour.seats.get(0).purpose().language());
        int count = random.nextInt(EVERYDAY_TAGS_A_PERSON + 1);
        for (int i = 0; i < count; i++) {
            // squared, because a few everyday things are everybody's
            var wording = tags.get((int) (tags.size() * Math.pow(random.nextDouble(), 2)));
            if (!said.add(wording)) {
                continue;
            }
            if (random.nextInt(3) == 0) {
                interests.addObject().put("tag", spell(wording)).put("strength", 1 + random.nextInt(3));
            } else {
                interests.add(spell(wording));
            }
        }
    }

    /** Something said about one of the neighbour's purposes; what others have not said yet comes first. */
    private Optional<String> signalOf(Neighbour neighbour) {
        var open = neighbour.seats.stream().filter(seat -> !seat.isQuiet()).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var said = Objects.requireNonNull(voices.get(any(open).purpose().id()));
        var signal = said.stream()
                .filter(candidate -> neighbour.languages.contains(candidate.language()))
                .findFirst()
                .orElseThrow();
        said.remove(signal);
        said.add(signal);
        return Optional.of(signal.text());
    }

    private Deque<String> unsaid(Seat seat) {
        return Objects.requireNonNull(unsaidWhys.get(seat.purpose().id()));
    }

    private String nameOf(Neighbour neighbour) {
        var cultures = neighbour.languages.stream()
                .filter(catalogue.names()::containsKey)
                .toList();
        return any(Objects.requireNonNull(catalogue.names().get(any(cultures))));
    }

    /** What a name leaves when only ASCII letters may stay: {@code Bjørn} is bjorn, {@code Yuki 雪} is yuki. */
    private static String asciiOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('ı', 'i');
        return Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("[^a-z]", "");
    }

    /** Half of all people write it the usual way. */
    private String spell(Wording wording) {
        return random.nextBoolean() ? wording.as().get(0) : any(wording.as());
    }

    private String scribble(Wording wording) {
        boolean slips = !wording.slips().isEmpty() && random.nextDouble() < MISSPELT;
        return slips ? any(wording.slips()) : spell(wording);
    }

    private int strongerOfTwo(int bound) {
        return Math.max(random.nextInt(bound), random.nextInt(bound));
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private <T> List<T> shuffled(Collection<T> items) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }

    private enum Stance {
        SHARE,
        OFFER,
        SEEK
    }

    /** Somebody's place in a purpose, counted from 0 in the order in which people came to it. */
    private record Seat(Purpose purpose, int number) {

        boolean isCore() {
            return number < CORE;
        }

        /** Every second one of a discreet purpose keeps it to themselves. */
        boolean isQuiet() {
            return purpose.discreet() && number % 2 == 1;
        }

        /** Where something is taught, a few offer and fewer seek, so that nobody seeks in vain. */
        Stance stance() {
            if (purpose.tags().stream().noneMatch(Wording::taught)) {
                return Stance.SHARE;
            }
            if (number % 4 == 0) {
                return Stance.OFFER;
            }
            return number % 6 == 1 ? Stance.SEEK : Stance.SHARE;
        }
    }

    /** Someone who is being made up. */
    private static final class Neighbour {

        final List<Seat> seats = new ArrayList<>();
        final Set<String> languages;
        final String timeZone;

        Neighbour(Seat seat, Set<String> languages, String timeZone) {
            this.languages = languages;
            this.timeZone = timeZone;
            sit(seat);
        }

        /** Whoever teaches speaks every language of the purpose: nobody offers Japanese without it. */
        void sit(Seat seat) {
            seats.add(seat);
            if (seat.stance() == Stance.OFFER) {
                languages.addAll(seat.purpose().languages());
            }
        }

        boolean mayAlsoJoin(Purpose purpose) {
            return seats.size() < PURPOSES_A_PERSON
                    && languages.contains(purpose.language())
                    && purpose.timeZones().contains(timeZone)
                    && seats.stream().noneMatch(seat -> seat.purpose().equals(purpose));
        }
    }

    /** What {@code demo/purposes.json} holds. */
    record Catalogue(
            List<Purpose> purposes, Map<String, List<List<String>>> everyday, Map<String, List<String>> names) {

        static Catalogue read(ObjectMapper json) {
            try (var file = DemoPopulation.class.getResourceAsStream("/demo/purposes.json")) {
                return json.readValue(Objects.requireNonNull(file, "demo/purposes.json is missing"), Catalogue.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Wording> everydayIn(String language) {
            return everyday.getOrDefault(language, List.of()).stream()
                    .map(as -> new Wording(as, List.of(), false))
                    .toList();
        }
    }

    /**
     * What some people care about together.
     *
     * @param people how many of {@link #PEOPLE} do
     * @param languages the first is what all of them speak, the others are spoken by some
     * @param discreet whether every second one keeps it to themselves
     * @param tags the first is the heart of it, which all of them name
     * @param signals what they say, by language
     * @param whys why they care; each is one person's reason
     */
    record Purpose(
            String id,
            int people,
            List<String> languages,
            List<String> timeZones,
            boolean discreet,
            List<Wording> tags,
            Map<String, List<String>> signals,
            List<String> whys) {

        String language() {
            return languages.get(0);
        }

        /** A rare purpose stays rare, however many people there are. */
        int placesAmong(int everyone) {
            return people <= RARE ? people : Math.max(CORE, (int) Math.round((double) people * everyone / PEOPLE));
        }

        List<Signal> voices() {
            return signals.entrySet().stream()
                    .flatMap(spoken -> spoken.getValue().stream().map(text -> new Signal(spoken.getKey(), text)))
                    .toList();
        }
    }

    /**
     * One tag, as different people write it.
     *
     * @param as spellings that are the same tag
     * @param slips misspellings and near words that are not
     * @param taught whether some people teach it and others want to learn it
     */
    record Wording(List<String> as, List<String> slips, boolean taught) {

        Wording {
            slips = Objects.requireNonNullElse(slips, List.of());
        }
    }

    record Signal(String language, String text) {}
}

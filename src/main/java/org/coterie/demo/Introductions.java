package org.coterie.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.coterie.demo.Catalogue.Signal;
import org.coterie.demo.Catalogue.Wording;
import org.coterie.demo.Seat.Stance;

/** What people say of themselves: a name, tags in one of their spellings, now and then why. */
final class Introductions {

    private static final int EVERYDAY_TAGS_A_PERSON = 4;
    private static final double MISSPELT = 0.06;
    private static final double WITH_SIGNAL = 0.4;
    private static final double WITH_WHY = 0.25;

    private final ObjectMapper json;
    private final Catalogue catalogue;
    private final Chance chance;
    private final Map<String, Deque<String>> unsaidWhys = new HashMap<>();
    private final Map<String, Deque<Signal>> voices = new HashMap<>();
    private final Map<String, Integer> namesakes = new HashMap<>();

    Introductions(ObjectMapper json, Catalogue catalogue, Chance chance) {
        this.json = json;
        this.catalogue = catalogue;
        this.chance = chance;
        for (var purpose : catalogue.purposes()) {
            unsaidWhys.put(purpose.id(), new ArrayDeque<>(chance.shuffled(purpose.whys())));
            voices.put(purpose.id(), new ArrayDeque<>(chance.shuffled(purpose.voices())));
        }
    }

    /** Somebody as a line of an import. */
    ObjectNode of(Neighbour neighbour) {
        String name = nameOf(neighbour);
        String handle = asciiOf(name);
        int namesake = namesakes.merge(handle, 1, Integer::sum);
        var line = json.createObjectNode();
        if (namesake == 1) {
            line.put("handle", handle).put("displayName", name);
        } else {
            char initial = (char) ('A' + chance.nextInt(26));
            line.put("handle", handle + namesake).put("displayName", name + " " + initial + ".");
        }

        var interests = line.putArray("interests");
        var said = new HashSet<Wording>();
        for (var seat : neighbour.seats) {
            addPurpose(seat, said, interests);
        }
        addEverydayTags(neighbour, said, interests);

        var signals = line.putArray("signals");
        if (chance.nextDouble() < WITH_SIGNAL) {
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
            interest.put("strength", wording.equals(heart) ? 3 + chance.nextInt(3) : 1 + strongerOfTwo(5));
            if (stance != Stance.SHARE) {
                interest.put("stance", stance.name());
            }
            if (seat.isQuiet()) {
                interest.put("visibility", "MATCH_ONLY");
            }
            var whys = unsaid(seat);
            if (wording.equals(heart) && !whys.isEmpty() && chance.nextDouble() < WITH_WHY) {
                interest.put("why", whys.remove());
            }
        }
    }

    /** The heart of the purpose always, two to four tags in all, and the taught one for whoever teaches or learns. */
    private List<Wording> tagsOf(Seat seat) {
        var tags = seat.purpose().tags();
        var rest = new ArrayList<>(tags.subList(1, tags.size()));
        if (!seat.isCore()) {
            Collections.shuffle(rest, chance);
        }
        if (seat.stance() != Stance.SHARE) {
            rest.sort(Comparator.comparing(wording -> !wording.taught()));
        }
        int further = Math.min(rest.size(), seat.isCore() ? 3 : 1 + chance.nextInt(3));
        var chosen = new ArrayList<Wording>();
        chosen.add(tags.get(0));
        chosen.addAll(rest.subList(0, further));
        return chosen;
    }

    private void addEverydayTags(Neighbour neighbour, Set<Wording> said, ArrayNode interests) {
        var tags = catalogue.everydayIn(neighbour.seats.get(0).purpose().language());
        int count = chance.nextInt(EVERYDAY_TAGS_A_PERSON + 1);
        for (int i = 0; i < count; i++) {
            // squared, because a few everyday things are everybody's
            var wording = tags.get((int) (tags.size() * Math.pow(chance.nextDouble(), 2)));
            if (!said.add(wording)) {
                continue;
            }
            if (chance.nextInt(3) == 0) {
                interests.addObject().put("tag", spell(wording)).put("strength", 1 + chance.nextInt(3));
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
        var said = Objects.requireNonNull(voices.get(chance.any(open).purpose().id()));
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
        return chance.any(Objects.requireNonNull(catalogue.names().get(chance.any(cultures))));
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
        return chance.nextBoolean() ? wording.as().get(0) : chance.any(wording.as());
    }

    private String scribble(Wording wording) {
        boolean slips = !wording.slips().isEmpty() && chance.nextDouble() < MISSPELT;
        return slips ? chance.any(wording.slips()) : spell(wording);
    }

    private int strongerOfTwo(int bound) {
        return Math.max(chance.nextInt(bound), chance.nextInt(bound));
    }
}

package org.coterie.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code demo/purposes.json} holds. */
record Catalogue(List<Purpose> purposes, Map<String, List<List<String>>> everyday, Map<String, List<String>> names) {

    static Catalogue read(ObjectMapper json) {
        try (var file = Catalogue.class.getResourceAsStream("/demo/purposes.json")) {
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

    /**
     * What some people care about together.
     *
     * @param people how many of {@value DemoPopulation#PEOPLE} do
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

        private static final int RARE = 4;

        String language() {
            return languages.get(0);
        }

        /** A rare purpose stays rare, however many people there are. */
        int placesAmong(int everyone) {
            return people <= RARE
                    ? people
                    : Math.max(Seat.CORE, (int) Math.round((double) people * everyone / DemoPopulation.PEOPLE));
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

    /** Something that somebody says, in one language. */
    record Signal(String language, String text) {}
}

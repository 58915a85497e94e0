package org.coterie.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.live.Guard;
import org.coterie.meaning.Aboutness;
import org.coterie.meaning.NearIndex;
import org.coterie.meaning.NearIndex.Close;
import org.coterie.meaning.NearIndex.Near;
import org.coterie.tags.NameIndex.Name;

/** What names mean, in memory, to find what is near them; and of which tags that is still to be found out. */
final class MeaningIndex {

    /** The model reads no other language. */
    static final String LANGUAGE = "en";

    /** A word of fewer characters is short for too much to tell what it means: {@code pr}, {@code ip}. */
    private static final int SHORTEST = 3;

    /** More names of one tag than these are not looked at. */
    private static final int MOST_NAMES = 12;

    /** More tags than these are not understood, so that memory has a bound: about 1 KB a name. */
    private static final int MOST_TAGS = 200_000;

    /** What a name means; its vector as it is stored, a quarter of the memory. */
    static final class Understood {

        private final String words;
        private final byte[] stored;
        private final boolean compared;

        /**
         * @param stored see {@link StoredVector}
         * @param compared whether it has been looked for what is near it
         */
        Understood(String words, byte[] stored, boolean compared) {
            this.words = words;
            this.stored = stored;
            this.compared = compared;
        }

        String words() {
            return words;
        }

        /** Of length 1, or of zeros where nobody knows. */
        private float[] vector() {
            return StoredVector.read(stored);
        }
    }

    private final NearIndex index = new NearIndex();
    private final Guard guard = new Guard();
    private final Map<UUID, List<Understood>> understood = new HashMap<>();
    private final Set<UUID> waiting = new LinkedHashSet<>();

    /** Learns what a tag is called, and what of it is understood. */
    void put(UUID tag, Map<String, Name> called, Map<String, Understood> known) {
        List<Understood> now = new ArrayList<>();
        boolean whole = true;
        for (Map.Entry<String, Name> entry : readable(called)) {
            Understood meaning = known.get(entry.getKey());
            if (meaning == null || !meaning.words.equals(entry.getValue().words())) {
                whole = false;
            } else {
                now.add(meaning);
                whole &= meaning.compared;
            }
        }
        boolean complete = whole;
        guard.writing(() -> {
            if (understood.remove(tag) != null) {
                index.remove(tag);
            }
            if (!now.isEmpty() && understood.size() < MOST_TAGS) {
                understood.put(tag, now);
                now.forEach(one -> index.put(tag, one.words, one.vector()));
            }
            if (complete || understood.size() >= MOST_TAGS) {
                waiting.remove(tag);
            } else {
                waiting.add(tag);
            }
        });
    }

    /** Whether the key of a name is long enough to tell what it means, and not one character over and over. */
    static boolean isTelling(String key) {
        return key.codePointCount(0, key.length()) >= SHORTEST
                && key.codePoints().distinct().limit(2).count() > 1;
    }

    /** The names that the model can read, as many as are looked at, in a stable order. */
    static List<Map.Entry<String, Name>> readable(Map<String, Name> called) {
        return called.entrySet().stream()
                .filter(entry -> isTelling(entry.getKey()) && entry.getValue().isSaidIn(LANGUAGE))
                .filter(entry -> Stems.of(LANGUAGE)
                        .filter(stems -> stems.isFilling(entry.getValue().words()))
                        .isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_NAMES)
                .toList();
    }

    /** Some tags of which is still to be found out what they mean, or what is near. */
    List<UUID> waiting(int most) {
        return guard.reading(() -> {
            List<UUID> some = new ArrayList<>();
            for (Iterator<UUID> tags = waiting.iterator(); tags.hasNext() && some.size() < most; ) {
                some.add(tags.next());
            }
            return some;
        });
    }

    /** Whether that is still to be found out of this tag. */
    boolean isWaiting(UUID tag) {
        return guard.reading(() -> waiting.contains(tag));
    }

    /** What the names of a tag mean; none where that is not known. */
    List<Understood> of(UUID tag) {
        return guard.reading(() -> understood.getOrDefault(tag, List.of()));
    }

    /** What the first of a tag's names means that the model can read, if that is known. */
    Optional<float[]> meaning(UUID tag) {
        return of(tag).stream()
                .map(Understood::vector)
                .filter(MeaningIndex::saysSomething)
                .findFirst();
    }

    private static boolean saysSomething(float[] vector) {
        for (float one : vector) {
            if (one != 0) {
                return true;
            }
        }
        return false;
    }

    /** The names of a tag of which it is known what they mean. */
    Set<String> wordsOf(UUID tag) {
        return of(tag).stream().map(one -> one.words).collect(Collectors.toSet());
    }

    /**
     * The tags that are near one of these names, the surest first.
     *
     * @param floor how sure it has to be, 0 to 1
     */
    List<Near> near(Collection<Understood> names, int most, double floor) {
        Map<UUID, Near> surest = new HashMap<>();
        for (Understood name : names) {
            for (Near near : index.nearest(name.words, name.vector(), most, floor)) {
                surest.merge(near.id(), near, (one, other) -> one.confidence() >= other.confidence() ? one : other);
            }
        }
        return surest.values().stream()
                .sorted(Comparator.comparingDouble(Near::confidence).reversed().thenComparing(Near::id))
                .limit(most)
                .toList();
    }

    /**
     * The tags that a text is about, the surest first.
     *
     * @param vector what the text means
     * @param floor how sure it has to be, 0 to 1
     */
    List<Near> about(float[] vector, int most, double floor) {
        if (!saysSomething(vector)) {
            return List.of();
        }
        List<Close> closest = index.closest(vector, Math.max(most, Aboutness.UNRELATED));
        return closest.stream()
                .limit(most)
                .map(close -> new Near(close.id(), close.name(), Aboutness.confidence(close.cosine(), closest)))
                .filter(near -> near.confidence() >= floor)
                .toList();
    }
}

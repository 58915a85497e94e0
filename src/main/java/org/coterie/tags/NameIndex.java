package org.coterie.tags;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.coterie.live.Guard;
import org.jspecify.annotations.Nullable;

/**
 * All names of all tags in memory, to be found by what the database cannot look for: by the stem in a language, or mistyped.
 * Some 300 bytes a name, and 130 more for each language in which somebody has looked.
 */
final class NameIndex {

    /**
     * A name that leads to a tag.
     *
     * @param words folded, with hyphens between its words
     * @param languages in which it is said, without regions; empty where nobody said
     */
    record Name(String words, UUID tagId, Set<String> languages) {

        Name {
            languages = Set.copyOf(languages);
        }

        boolean isSaidIn(String language) {
            return languages.isEmpty() || languages.contains(language);
        }
    }

    /** More names than these no stem has, or it says nothing. */
    private static final int MOST_OF_A_STEM = 8;

    /** From so many characters on one of them may be wrong, and from so many two. */
    private static final int LONG_ENOUGH_FOR_ONE = 4;

    private static final int LONG_ENOUGH_FOR_TWO = 8;

    /** As many as a person types before they choose: what is longer is not looked for. */
    private static final int LONGEST_MISTYPED = 32;

    private final Guard guard = new Guard();
    private final TreeMap<String, Name> names = new TreeMap<>();
    private final Map<UUID, Set<String>> keys = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> keysByStem = new HashMap<>();
    private final Lock learning = new ReentrantLock();

    /** What has changed since a language is being learnt; null where none is. */
    private @Nullable Set<String> changed;

    /** From now on these names lead to a tag, by their keys, and no others do. */
    void put(UUID tagId, Map<String, Name> called) {
        guard.writing(() -> {
            if (changed != null) {
                changed.addAll(keys.getOrDefault(tagId, Set.of()));
                changed.addAll(called.keySet());
            }
            keys.getOrDefault(tagId, Set.of()).forEach(key -> {
                Name former = names.get(key);
                if (former != null && former.tagId.equals(tagId)) {
                    names.remove(key);
                    keysByStem.forEach((language, stems) -> drop(language, stems, key, former));
                }
            });
            keys.put(tagId, Set.copyOf(called.keySet()));
            called.forEach((key, name) -> {
                Name former = names.put(key, name);
                keysByStem.forEach((language, stems) -> {
                    if (former != null) {
                        drop(language, stems, key, former); // of another tag, which is told later that it is gone
                    }
                    add(language, stems, key, name);
                });
            });
        });
    }

    private static void add(String language, Map<String, Set<String>> stems, String key, Name name) {
        stemOf(language, name).ifPresent(stem -> stems.merge(stem, Set.of(key), NameIndex::union));
    }

    private static void drop(String language, Map<String, Set<String>> stems, String key, Name name) {
        stemOf(language, name)
                .ifPresent(stem -> stems.computeIfPresent(stem, (same, known) -> {
                    Set<String> left = new HashSet<>(known);
                    left.remove(key);
                    return left.isEmpty() ? null : Set.copyOf(left);
                }));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Optional<String> stemOf(String language, Name name) {
        return name.isSaidIn(language)
                ? Stems.of(language).map(stems -> stems.ofName(name.words)).filter(stem -> !stem.isEmpty())
                : Optional.empty();
    }

    /** The name that has this key, if it leads to a tag. */
    Optional<Name> find(String key) {
        return guard.reading(() -> Optional.ofNullable(names.get(key)));
    }

    /** The names that lead to a tag, by their keys. */
    Map<String, Name> of(UUID tagId) {
        return guard.reading(() -> keys.getOrDefault(tagId, Set.of()).stream()
                .flatMap(key -> Optional.ofNullable(names.get(key)).map(name -> Map.entry(key, name)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * The names whose keys begin so, by these and in their order.
     *
     * @param after only those beyond this key; empty from the first
     */
    Map<String, Name> startingWith(String prefix, String after, int limit) {
        String from = after.isEmpty() ? prefix : after + Character.MIN_VALUE;
        return guard.reading(() -> {
            Map<String, Name> found = new LinkedHashMap<>();
            for (Map.Entry<String, Name> one :
                    names.subMap(from, prefix + Character.MAX_VALUE).entrySet()) {
                if (found.size() == limit) {
                    break;
                }
                found.put(one.getKey(), one.getValue());
            }
            return found;
        });
    }

    /** Whether the key of a name begins so. */
    boolean isBeginning(String prefix) {
        return guard.reading(() -> {
            String next = names.ceilingKey(prefix);
            return next != null && next.startsWith(prefix);
        });
    }

    /**
     * The keys of names with this stem.
     *
     * @param language without its region, one that {@link Stems} knows
     */
    Set<String> withStem(String language, String stem) {
        Set<String> found = guard.reading(() -> {
            Map<String, Set<String>> stems = keysByStem.get(language);
            return stems == null ? null : stems.getOrDefault(stem, Set.of());
        });
        if (found == null) {
            learn(language);
            return withStem(language, stem);
        }
        return found.size() > MOST_OF_A_STEM ? Set.of() : found;
    }

    /** Of many names that takes seconds, for which nobody waits but whoever asks for the first time as well. */
    private void learn(String language) {
        learning.lock();
        try {
            if (guard.reading(() -> keysByStem.containsKey(language))) {
                return;
            }
            Set<String> meanwhile = new HashSet<>();
            guard.writing(() -> changed = meanwhile);
            Map<String, Name> read = guard.reading(() -> new HashMap<>(names));
            Map<String, Set<String>> stems = new HashMap<>();
            read.forEach((key, name) -> add(language, stems, key, name));
            guard.writing(() -> {
                for (String key : meanwhile) {
                    Optional.ofNullable(read.get(key)).ifPresent(name -> drop(language, stems, key, name));
                    Optional.ofNullable(names.get(key)).ifPresent(name -> add(language, stems, key, name));
                }
                keysByStem.put(language, stems);
                changed = null;
            });
        } finally {
            learning.unlock();
        }
    }

    /**
     * The keys that begin almost so, with their first character right: with one character wrong, missing, too many or in
     * the other's place from four on, with two from eight on ({@link Mistyped}), and how many mistakes each has. Those with
     * fewer come first, then in the order of the keys.
     */
    Map<String, Integer> almostStartingWith(String prefix, int limit) {
        return almost(prefix, true, limit);
    }

    /** The keys that are almost so as a whole, with as many mistakes as those that begin so, and how many each has. */
    Map<String, Integer> almost(String whole, int limit) {
        return almost(whole, false, limit);
    }

    private Map<String, Integer> almost(String typed, boolean beginning, int limit) {
        int characters = typed.codePointCount(0, typed.length());
        if (characters < LONG_ENOUGH_FOR_ONE || characters > LONGEST_MISTYPED) {
            return Map.of();
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        int mostMistakes = characters < LONG_ENOUGH_FOR_TWO ? 1 : 2;
        for (int mistakes = 1; mistakes <= mostMistakes && found.size() < limit; mistakes++) {
            var mistyped = new Mistyped(typed, mistakes, beginning);
            int since = mistakes;
            guard.reading(() -> mistyped.among(names, limit)).stream()
                    .filter(key -> !found.containsKey(key))
                    .limit(limit - found.size())
                    .forEach(key -> found.put(key, since));
        }
        return found;
    }
}

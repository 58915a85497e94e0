package org.coterie.tags;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.language.Spoken;
import org.coterie.tags.NameIndex.Name;
import org.coterie.tags.Vocabulary.Entry;
import org.jspecify.annotations.Nullable;

/** Finds what comes along in what somebody writes. */
final class Reading {

    private static @Nullable Reading read;

    private final NameIndex index = new NameIndex();
    private final Map<String, KnownTag> known = new HashMap<>();
    private final Map<UUID, Long> holders = new HashMap<>();

    Reading(List<Entry> entries) {
        for (Entry entry : entries) {
            var tag = new KnownTag(UUID.randomUUID(), entry.tag().name(), entry.label(), true, true);
            Map<String, Name> called = new HashMap<>();
            Map<String, Set<String>> saidIn = new HashMap<>();
            entry.names()
                    .forEach((language, names) ->
                            names.forEach(name -> saidIn.computeIfAbsent(name.key(), key -> new HashSet<>())
                                    .add(Spoken.language(language))));
            saidIn.put(entry.tag().key(), Set.of());
            entry.all().forEach(name -> {
                Set<String> languages = saidIn.getOrDefault(name.key(), Set.of());
                called.put(name.key(), new Name(name.name(), tag.id(), languages));
                known.put(name.key(), tag);
            });
            index.put(tag.id(), called);
            holders.put(tag.id(), 0L);
        }
    }

    /** What comes along is read once for all sentences. */
    static Reading starter(Vocabulary vocabulary) {
        Reading starter = read == null ? new Reading(vocabulary.starter()) : read;
        read = starter;
        return starter;
    }

    List<String> tagsNamed(String key) {
        return Stream.ofNullable(known.get(key)).map(KnownTag::name).toList();
    }

    List<String> tagsBeginningWith(String written) {
        return index.startingWith(TagName.of(written).key(), "", known.size()).keySet().stream()
                .flatMap(key -> tagsNamed(key).stream())
                .toList();
    }

    List<String> tagsIn(String words, String language) {
        return tagsIn(words, Set.of(language));
    }

    List<String> tagsIn(String words, Set<String> languages) {
        var text = new Text("%s!".formatted(words), languages, Set.of());
        return new TextReading(text, index)
                .among(known, holders).stream().map(found -> found.tag().name()).toList();
    }
}

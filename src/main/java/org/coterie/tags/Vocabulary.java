package org.coterie.tags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityExistsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The words that Coterie comes with: everyday interests, needs and purposes, and what they are called in several
 * languages. They come once, when an installation first starts with them switched on; what people use already stays
 * as it is, and what the operator changes afterwards stays changed.
 */
@ApplicationScoped
class Vocabulary {

    private static final Logger LOG = Logger.getLogger(Vocabulary.class);
    private static final String STARTER = "starter";
    private static final String TAG = "tag";

    private final Clock clock;
    private final TagsConfig config;
    private final ObjectMapper json;
    private final TagRepository repository;

    Vocabulary(Clock clock, TagsConfig config, ObjectMapper json, TagRepository repository) {
        this.clock = clock;
        this.config = config;
        this.json = json;
        this.repository = repository;
    }

    /**
     * A tag, and what it is called.
     *
     * @param names by language (BCP 47): first the label, then what else people write
     */
    record Entry(TagName tag, Map<String, List<TagName>> names) {

        /** Its own name, and every other. */
        Stream<TagName> all() {
            return Stream.concat(Stream.of(tag), names.values().stream().flatMap(List::stream));
        }

        /** What it is called where nobody said in which language. */
        String label() {
            return names.getOrDefault("en", List.of(tag)).get(0).label();
        }
    }

    void bringAlong(@Observes StartupEvent start) {
        if (config.enabled() && !isThere()) {
            List<Entry> entries = starter();
            if (isStored(entries)) {
                LOG.infof("%d words came along, see coterie.vocabulary.enabled", entries.size());
            }
        }
    }

    private boolean isThere() {
        return QuarkusTransaction.requiringNew().call(() -> repository.hasVocabulary(STARTER));
    }

    /** False where another replica that starts at the same time was faster. */
    private boolean isStored(List<Entry> entries) {
        Instant now = clock.instant();
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                repository.insertVocabulary(STARTER, now);
                store(entries, now);
            });
            return true;
        } catch (EntityExistsException faster) {
            return false;
        }
    }

    /** A tag that is there already keeps its label, and a name that leads elsewhere already still does. */
    void store(List<Entry> entries, Instant now) {
        Map<String, UUID> leads = new HashMap<>();
        repository
                .byKeys(entries.stream().flatMap(Entry::all).map(TagName::key).collect(Collectors.toSet()))
                .forEach((key, tag) -> leads.put(key, tag.id()));
        List<TagRepository.NewTag> missing = entries.stream()
                .filter(entry -> !leads.containsKey(entry.tag.key()))
                .map(entry -> TagRepository.NewTag.common(entry.tag, entry.label()))
                .toList();
        missing.forEach(tag -> leads.put(tag.name().key(), tag.id()));
        repository.insert(missing, now);
        Map<String, UUID> further = new HashMap<>();
        List<TagLabel> labels = new ArrayList<>();
        Set<UUID> common = new HashSet<>();
        for (Entry entry : entries) {
            UUID id = Objects.requireNonNull(leads.get(entry.tag.key()));
            common.add(id);
            entry.all().map(TagName::key).forEach(key -> {
                if (leads.putIfAbsent(key, id) == null) {
                    further.put(key, id);
                }
            });
            entry.names.forEach((language, names) -> {
                for (int i = 0; i < names.size(); i++) {
                    labels.add(new TagLabel(id, language, i, names.get(i).label()));
                }
            });
        }
        repository.insertKeys(further, false);
        repository.makeCommon(common);
        TagLabel.persist(labels);
    }

    /** What the package holds. */
    List<Entry> starter() {
        List<Entry> entries = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream("/vocabulary/starter.ndjson")),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(entry(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private Entry entry(String line) throws JsonProcessingException {
        var written = json.readTree(line);
        Map<String, List<TagName>> names = new LinkedHashMap<>();
        for (var member : written.properties()) {
            if (!member.getKey().equals(TAG)) {
                names.put(
                        member.getKey(),
                        json.convertValue(member.getValue(), new TypeReference<List<String>>() {}).stream()
                                .map(TagName::of)
                                .toList());
            }
        }
        return new Entry(TagName.of(written.path(TAG).asText()), names);
    }
}

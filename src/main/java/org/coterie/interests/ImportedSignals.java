package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coterie.live.ChangeLog;
import org.coterie.live.Live;
import org.coterie.live.Rounds;
import org.coterie.live.Topic;
import org.coterie.meaning.Meaning;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Source;
import org.coterie.tags.Tags;
import org.coterie.tags.Text;

/**
 * Looks through the messages that came in a file, in the background, for tags that are not written as such; whoever gave them
 * may confirm what is found. Of many processes one at a time does a message.
 */
@ApplicationScoped
class ImportedSignals {

    private static final int AT_ONCE = 256;

    /** Of long messages fewer at once, so that they take little memory. */
    private static final int CHARACTERS_AT_ONCE = 32_000;

    private final ChangeLog log;
    private final Live live;
    private final Meaning meaning;
    private final People people;
    private final SignalReader reader;
    private final SignalRepository repository;
    private final Tags tags;
    private final Rounds rounds = new Rounds("imported-signals", this::isSomeRead);

    ImportedSignals(
            ChangeLog log,
            Live live,
            Meaning meaning,
            People people,
            SignalReader reader,
            SignalRepository repository,
            Tags tags) {
        this.log = log;
        this.live = live;
        this.meaning = meaning;
        this.people = people;
        this.reader = reader;
        this.repository = repository;
        this.tags = tags;
    }

    void start(@Observes StartupEvent event) {
        // with the model or without, but not while nobody knows
        meaning.ready().thenAccept(there -> rounds.begin());
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.end();
    }

    /** False where there are none. */
    private boolean isSomeRead() {
        List<Signal> some = QuarkusTransaction.requiringNew().call(() -> fewOf(repository.unread(AT_ONCE)));
        if (some.isEmpty()) {
            return false;
        }
        live.catchUp();
        read(some);
        return true;
    }

    private static List<Signal> fewOf(List<Signal> signals) {
        int characters = 0;
        for (int i = 0; i < signals.size(); i++) {
            characters += signals.get(i).text.length();
            if (characters > CHARACTERS_AT_ONCE) {
                return signals.subList(0, Math.max(1, i));
            }
        }
        return signals;
    }

    private void read(List<Signal> signals) {
        Set<UUID> writers = signals.stream().map(signal -> signal.personId).collect(Collectors.toSet());
        Map<UUID, Terms> terms = people.termsOf(writers);
        Map<UUID, Set<UUID>> notMeant = QuarkusTransaction.requiringNew().call(() -> RejectedTag.of(writers));
        List<Text> texts = signals.stream()
                .map(signal -> new Text(
                        signal.text,
                        Optional.ofNullable(terms.get(signal.personId))
                                .map(Terms::languageList)
                                .orElse(List.of()),
                        notMeant.getOrDefault(signal.personId, Set.of())))
                .toList();
        List<List<FoundTag>> found = reader.read(texts);
        Map<String, KnownTag> known = tags.known(
                found.stream().flatMap(List::stream).map(FoundTag::tag).toList());
        Map<UUID, List<FoundTag>> bySignal = new HashMap<>();
        for (int i = 0; i < signals.size(); i++) {
            bySignal.put(signals.get(i).id, found.get(i));
        }
        QuarkusTransaction.requiringNew().run(() -> keep(bySignal, known));
    }

    /** Adds what is found to those that are still there and unread. */
    private void keep(Map<UUID, List<FoundTag>> found, Map<String, KnownTag> known) {
        List<Signal> signals = repository.lockUnread(found.keySet());
        Map<UUID, Set<UUID>> there = new HashMap<>();
        repository
                .tagsOf(signals.stream().map(signal -> signal.id).toList())
                .forEach(tag -> there.computeIfAbsent(tag.signalId, id -> new HashSet<>())
                        .add(tag.tagId));
        List<SignalTag> more = new ArrayList<>();
        Set<UUID> writers = new HashSet<>();
        for (Signal signal : signals) {
            Set<UUID> its = there.computeIfAbsent(signal.id, id -> new HashSet<>());
            for (FoundTag one : found.getOrDefault(signal.id, List.of())) {
                KnownTag tag = known.get(one.tag().name());
                if (one.source() != Source.HASHTAG && tag != null && its.add(tag.id())) {
                    more.add(new SignalTag(signal.id, tag.id(), one));
                    writers.add(signal.personId);
                }
            }
            signal.unread = false;
        }
        SignalTag.persist(more);
        log.noteAll(Topic.INTERESTS, writers);
    }
}

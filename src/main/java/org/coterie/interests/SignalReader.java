package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.language.Reader;
import org.coterie.live.Live;
import org.coterie.meaning.Meaning;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearWords;
import org.coterie.tags.Tags;

/** Finds the tags in a message of the person who asks, as far as they may be told of them. */
@ApplicationScoped
class SignalReader {

    /** The vital few. */
    private static final int MOST_BY_MEANING = 3;

    /** What a text is less surely about is not offered, 0 to 1. */
    private static final double LEAST_SURE = 0.4;

    private final Caller caller;
    private final Interests interests;
    private final Meaning meaning;
    private final NearWords nearWords;
    private final People people;
    private final Reader reader;
    private final Tags tags;

    SignalReader(
            Caller caller,
            Interests interests,
            Meaning meaning,
            NearWords nearWords,
            People people,
            Reader reader,
            Tags tags) {
        this.caller = caller;
        this.interests = interests;
        this.meaning = meaning;
        this.nearWords = nearWords;
        this.people = people;
        this.reader = reader;
        this.tags = tags;
    }

    /** Whether the model is there that tells what a message is about. */
    Meaning.State model() {
        return meaning.state();
    }

    /** The tags in it, by its words and by what it is about; of what others hold see {@link Live#catchUp}. */
    List<FoundTag> read(NewSignal message) {
        List<String> languages = languagesOf(message);
        List<FoundTag> found = new ArrayList<>(tags.findIn(message.text(), languages, this::recognisable));
        List<FoundTag> about = nearWords.about(message.text(), languages, found.size() + MOST_BY_MEANING, LEAST_SURE);
        if (about.isEmpty()) {
            return found;
        }
        Map<String, KnownTag> known = tags.known(
                Stream.concat(found.stream(), about.stream()).map(FoundTag::tag).toList());
        Set<UUID> there = found.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.tag().name())))
                .map(KnownTag::id)
                .collect(Collectors.toSet());
        Map<UUID, Long> recognisable = recognisable(known.values());
        about.stream()
                .filter(one -> Optional.ofNullable(known.get(one.tag().name()))
                        .filter(tag -> recognisable.containsKey(tag.id()) && there.add(tag.id()))
                        .isPresent())
                .limit(MOST_BY_MEANING)
                .forEach(found::add);
        return found;
    }

    /** As it says itself, or as whoever gives it speaks, or at least reads. */
    private List<String> languagesOf(NewSignal message) {
        if (message.language() != null) {
            return List.of(message.language());
        }
        UUID me = caller.personId();
        List<String> spoken = Optional.ofNullable(people.termsOf(List.of(me)).get(me))
                .map(Terms::languageList)
                .orElse(List.of());
        return spoken.isEmpty()
                ? reader.languages().stream().map(LanguageRange::getRange).toList()
                : spoken;
    }

    /**
     * A tag that only somebody's hidden interest made known is not recognised: that would tell. Neither is what the person
     * did not mean before.
     */
    private Map<UUID, Long> recognisable(Collection<KnownTag> known) {
        Set<UUID> ids = known.stream().map(KnownTag::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Long> holders = interests.holders(ids);
        Set<UUID> rejected = QuarkusTransaction.joiningExisting().call(() -> RejectedTag.of(caller.personId(), ids));
        return known.stream()
                .filter(tag -> tag.common() || holders.getOrDefault(tag.id(), 0L) > 0)
                .map(KnownTag::id)
                .filter(id -> !rejected.contains(id))
                .collect(Collectors.toMap(id -> id, id -> holders.getOrDefault(id, 0L)));
    }
}

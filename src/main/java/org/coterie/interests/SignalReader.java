package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.live.Live;
import org.coterie.meaning.Meaning;
import org.coterie.tags.FoundTag;
import org.coterie.tags.KnownTag;
import org.coterie.tags.NearWords;
import org.coterie.tags.Tags;
import org.coterie.tags.Text;

/** Finds the tags in messages, as far as those who wrote them may be told of them. */
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
    private final Tags tags;
    private final WrittenIn writtenIn;

    SignalReader(
            Caller caller, Interests interests, Meaning meaning, NearWords nearWords, Tags tags, WrittenIn writtenIn) {
        this.caller = caller;
        this.interests = interests;
        this.meaning = meaning;
        this.nearWords = nearWords;
        this.tags = tags;
        this.writtenIn = writtenIn;
    }

    /** Whether the model is there that tells what a message is about. */
    Meaning.State model() {
        return meaning.state();
    }

    /** The tags in a message of the person who asks; of what others hold see {@link Live#catchUp}. */
    List<FoundTag> read(NewSignal message) {
        UUID me = caller.personId();
        Set<UUID> notMeant = QuarkusTransaction.joiningExisting()
                .call(() -> RejectedTag.of(List.of(me)).getOrDefault(me, Set.of()));
        return read(List.of(new Text(message.text(), languagesOf(message, me), notMeant)))
                .get(0);
    }

    /**
     * The tags in messages, by their words and by what they are about, of each at most once.
     *
     * @return for each of the messages, in their order
     */
    List<List<FoundTag>> read(List<Text> messages) {
        List<List<FoundTag>> found = tags.findIn(messages, this::shown);
        List<List<FoundTag>> about = nearWords.about(messages, 2 * MOST_BY_MEANING, LEAST_SURE);
        if (about.stream().allMatch(List::isEmpty)) {
            return found;
        }
        Map<String, KnownTag> known = tags.known(Stream.of(found, about)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(FoundTag::tag)
                .toList());
        Set<UUID> shown = shown(known.values()).keySet();
        List<List<FoundTag>> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            List<FoundTag> here = new ArrayList<>(found.get(i));
            List<KnownTag> said = here.stream()
                    .flatMap(one -> Stream.ofNullable(known.get(one.tag().name())))
                    .toList();
            Set<UUID> there = said.stream().map(KnownTag::id).collect(Collectors.toCollection(HashSet::new));
            about.get(i).stream()
                    .filter(one -> Optional.ofNullable(known.get(one.tag().name()))
                            .filter(tag -> said.stream().noneMatch(other -> NearWords.isHardlyMore(tag, other)))
                            .filter(tag -> shown.contains(tag.id()) && there.add(tag.id()))
                            .isPresent())
                    .limit(MOST_BY_MEANING)
                    .forEach(here::add);
            all.add(here);
        }
        return all;
    }

    /** As it says itself, or as whoever gives it speaks, or at least reads. */
    private List<String> languagesOf(NewSignal message, UUID me) {
        return message.language() == null ? writtenIn.by(me) : List.of(message.language());
    }

    /** A tag that only somebody's hidden interest made known is not recognised: that would tell. */
    private Map<UUID, Long> shown(Collection<KnownTag> known) {
        Map<UUID, Long> holders =
                interests.holders(known.stream().map(KnownTag::id).collect(Collectors.toSet()));
        return known.stream()
                .filter(tag -> tag.common() || holders.getOrDefault(tag.id(), 0L) > 0)
                .map(KnownTag::id)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> holders.getOrDefault(id, 0L)));
    }
}

package org.coterie.groups;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.groups.Disclosure.Seen;
import org.coterie.groups.Voices.Topic;
import org.coterie.groups.Voices.Voice;
import org.coterie.people.HolderCount;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** Reasons in the words of a reader, with what the members themselves say of them. */
@ApplicationScoped
class ReasonViews {

    private final Tags tags;
    private final Voices voices;

    ReasonViews(Tags tags, Voices voices) {
        this.tags = tags;
        this.voices = voices;
    }

    /** Reasons as they are told, and the affinity they add up to. */
    record Told(List<ReasonView> because, @Nullable Double affinity) {

        Told {
            because = List.copyOf(because);
        }
    }

    /**
     * The reasons of each of these members, of which as much is seen; in the same order. What somebody said until a time that is
     * over is no reason any more, though nothing happened at that time.
     */
    List<Told> of(List<MemberRow> members, List<Seen> seen, Reader reader) {
        return of(members, seen, tags.byIdsForReader(tagsOf(seen)), reader);
    }

    /** The tags that these reasons name. */
    static Set<UUID> tagsOf(List<Seen> seen) {
        return seen.stream()
                .flatMap(one -> one.because().stream())
                .flatMap(reason -> Stream.of(reason.tagId(), reason.held()))
                .collect(toSet());
    }

    /**
     * The same.
     *
     * @param called what the tags that they name are called, and perhaps others
     */
    List<Told> of(List<MemberRow> members, List<Seen> seen, Map<UUID, KnownTag> called, Reader reader) {
        Map<UUID, KnownTag> named = new HashMap<>(called);
        named.keySet().retainAll(tagsOf(seen));
        Map<UUID, KnownTag> words = wordsFor(reader, named);
        Map<Topic, Voice> said = words.isEmpty()
                ? Map.of()
                : voices.of(members.stream().map(MemberRow::personId).collect(toSet()), words.keySet());
        var told = Stream.<Told>builder();
        for (int i = 0; i < members.size(); i++) {
            told.add(told(members.get(i).personId(), seen.get(i), words, said));
        }
        return told.build().toList();
    }

    private Map<UUID, KnownTag> wordsFor(Reader reader, Map<UUID, KnownTag> words) {
        return reader.personId() == null ? words : voices.asWrittenBy(reader.personId(), words);
    }

    private static Told told(UUID member, Seen seen, Map<UUID, KnownTag> words, Map<Topic, Voice> said) {
        List<KeptReason> still = seen.because().stream()
                .filter(reason -> {
                    Voice voice = said.get(new Topic(member, reason.held()));
                    return voice == null || !voice.over();
                })
                .toList();
        List<ReasonView> views = viewsOf(member, still, words, said);
        if (still.size() == seen.because().size()) {
            return new Told(views, seen.affinity());
        }
        double left = still.stream().mapToDouble(KeptReason::contribution).sum();
        return new Told(views, still.isEmpty() ? null : Double.valueOf(left));
    }

    private static List<ReasonView> viewsOf(
            UUID member, List<KeptReason> because, Map<UUID, KnownTag> words, Map<Topic, Voice> said) {
        List<ReasonView> views = new ArrayList<>();
        for (KeptReason reason : because) {
            KnownTag tag = words.get(reason.tagId());
            KnownTag spoken = words.get(reason.held());
            Voice voice = said.get(new Topic(member, reason.held()));
            Reason.Said near = reason.said();
            if (tag != null && spoken != null) {
                views.add(new ReasonView(
                        tag.name(),
                        tag.label(),
                        reason.contribution(),
                        HolderCount.of(reason.holders()),
                        near == null ? null : spoken.name(),
                        near == null ? null : spoken.label(),
                        near == null ? null : near.confidence(),
                        voice == null ? null : voice.direction(),
                        voice == null ? null : voice.why()));
            }
        }
        return views;
    }
}

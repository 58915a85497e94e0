package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.interests.Interests;
import org.coterie.people.HolderCount;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;

/** Proposals as they are read; of tags that may not be shown only what has been in effect, which everybody could see. */
@ApplicationScoped
class SynonymViews {

    private final Ballot ballot;
    private final Interests interests;
    private final Tags tags;

    SynonymViews(Ballot ballot, Interests interests, Tags tags) {
        this.ballot = ballot;
        this.interests = interests;
        this.tags = tags;
    }

    SynonymView of(Synonym synonym) {
        Map<UUID, KnownTag> known = known(List.of(synonym));
        return view(synonym, known, ballot.count(open(List.of(synonym))));
    }

    /** In the same order, without those that may not be shown. */
    List<SynonymView> shown(Collection<Synonym> synonyms) {
        Map<UUID, KnownTag> known = known(synonyms);
        List<Synonym> shown = synonyms.stream()
                .filter(synonym -> synonym.state.isDecided()
                        || Stream.of(synonym.tagId, synonym.sameAsId)
                                .allMatch(id -> interests.isShown(Objects.requireNonNull(known.get(id)))))
                .toList();
        Map<UUID, Ballot.Tally> tallies = ballot.count(open(shown));
        return shown.stream().map(synonym -> view(synonym, known, tallies)).toList();
    }

    private static List<Synonym> open(Collection<Synonym> synonyms) {
        return synonyms.stream()
                .filter(synonym -> synonym.state == SynonymState.PROPOSED)
                .toList();
    }

    private Map<UUID, KnownTag> known(Collection<Synonym> synonyms) {
        Set<UUID> ids = new HashSet<>();
        for (Synonym synonym : synonyms) {
            ids.add(synonym.tagId);
            ids.add(synonym.sameAsId);
        }
        return tags.byIds(ids);
    }

    private static SynonymView view(Synonym synonym, Map<UUID, KnownTag> known, Map<UUID, Ballot.Tally> tallies) {
        Ballot.Tally tally = tallies.get(synonym.id);
        boolean isOne = synonym.state != SynonymState.UNDOING && synonym.state != SynonymState.UNDONE;
        return new SynonymView(
                synonym.id,
                nameOf(synonym.tagId, known),
                nameOf(synonym.sameAsId, known),
                synonym.language,
                synonym.state,
                isOne && synonym.keptId != null ? nameOf(synonym.keptId, known) : null,
                synonym.progress,
                tally == null ? null : new SynonymView.Voices(side(tally.tag()), side(tally.sameAs())),
                synonym.createdAt,
                synonym.endsAt,
                isOne ? synonym.mergedAt : null,
                synonym.undoUntil);
    }

    private static String nameOf(UUID tagId, Map<UUID, KnownTag> known) {
        return Objects.requireNonNull(known.get(tagId)).name();
    }

    private static SynonymView.Side side(Ballot.Side side) {
        return new SynonymView.Side(HolderCount.of(side.agree()), HolderCount.of(side.disagree()));
    }
}

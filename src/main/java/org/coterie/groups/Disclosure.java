package org.coterie.groups;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of the tags and reasons of a group.
 *
 * <p>A tag that a member holds for matching only is shown to those alone who hold it too, or held it when they came in:
 * the reasons of their own membership say so.
 */
@ApplicationScoped
class Disclosure {

    private final ReasonStore reasons;
    private final Voices voices;

    Disclosure(ReasonStore reasons, Voices voices) {
        this.reasons = reasons;
        this.voices = voices;
    }

    /** Reasons as far as a reader may see them, and the affinity they add up to. */
    record Seen(List<KeptReason> because, @Nullable Double affinity) {

        Seen {
            because = List.copyOf(because);
        }
    }

    /** The tags that the reader holds. */
    Set<UUID> heldBy(Reader reader) {
        return reader.personId() == null ? Set.of() : voices.heldBy(reader.personId());
    }

    /** These tags, and those that somebody held when they came in. */
    Set<UUID> held(Set<UUID> now, @Nullable MemberRow membership) {
        Set<UUID> held = new HashSet<>(now);
        if (membership != null) {
            reasons.read(membership.because()).forEach(reason -> held.add(reason.held()));
        }
        return held;
    }

    /** Tags of a purpose that are told to those alone who hold them. */
    static Set<UUID> secretsOf(List<PurposeTag> purpose) {
        return purpose.stream()
                .filter(tag -> !tag.disclosed())
                .map(PurposeTag::tagId)
                .collect(toSet());
    }

    /**
     * A reader sees their own reasons, open ones, and those that are theirs as well. What others say in place of a word of their
     * own is no word of theirs.
     */
    Seen seen(MemberRow member, Set<UUID> secrets, Set<UUID> held, Reader reader) {
        List<KeptReason> all = reasons.read(member.because());
        if (reader.is(member.personId())) {
            return new Seen(
                    all.stream()
                            .map(reason -> secrets.contains(reason.tagId()) && !held.contains(reason.tagId())
                                    ? reason.inOwnWord()
                                    : reason)
                            .toList(),
                    all.isEmpty() ? null : member.affinity());
        }
        List<KeptReason> open = all.stream()
                // of whoever says it in another word it may be this word that is secret
                .filter(reason -> !secrets.contains(reason.tagId())
                        || (held.contains(reason.tagId()) && held.contains(reason.held())))
                .filter(reason -> held.contains(reason.held()) || !reason.matchOnly())
                .toList();
        if (open.isEmpty()) {
            // the same where there are none, so that it does not tell which
            return new Seen(open, null);
        }
        // an affinity that exceeds its reasons would tell that there is one more
        return new Seen(
                open,
                open.size() == all.size()
                        ? member.affinity()
                        : Double.valueOf(open.stream()
                                .mapToDouble(KeptReason::contribution)
                                .sum()));
    }
}

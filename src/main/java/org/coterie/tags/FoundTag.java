package org.coterie.tags;

import org.jspecify.annotations.Nullable;

/**
 * A tag in a text.
 *
 * @param start where it begins, in UTF-16 code units; a hashtag begins at its {@code #}; null where no words stand for it
 * @param end where it is over
 * @param confidence how sure it is, 0 to 1; null where the words themselves say so
 * @param meant whether whoever wrote it said so: with a hashtag that they do not deny
 */
public record FoundTag(
        TagName tag,
        @Nullable Integer start,
        @Nullable Integer end,
        Source source,
        @Nullable Double confidence,
        boolean meant) {

    static FoundTag hashtag(TagName tag, int start, int end) {
        return new FoundTag(tag, start, end, Source.HASHTAG, null, true);
    }

    static FoundTag phrase(KnownTag tag, int start, int end) {
        return new FoundTag(nameOf(tag), start, end, Source.PHRASE, null, false);
    }

    static FoundTag byMeaning(KnownTag tag, double confidence) {
        return new FoundTag(nameOf(tag), null, null, Source.MEANING, confidence, false);
    }

    /** Whether it stands for some of these words of the text. */
    boolean overlaps(int from, int to) {
        return start != null && end != null && start < to && from < end;
    }

    /** Whether it stands for some of the words for which the other does. */
    boolean overlaps(FoundTag other) {
        return other.start != null && other.end != null && overlaps(other.start, other.end);
    }

    /** Whether these words are among those for which it stands. */
    boolean covers(int from, int to) {
        return start != null && end != null && start <= from && to <= end;
    }

    /** Where its first letter stands, or -1 where no words stand for it. */
    int firstLetter() {
        if (start == null) {
            return -1;
        }
        return source == Source.HASHTAG ? start + 1 : start;
    }

    /** For how much of the text it stands, in UTF-16 code units. */
    int length() {
        return start == null || end == null ? 0 : end - start;
    }

    /** The same where whoever wrote it denies it. */
    FoundTag notMeant() {
        return new FoundTag(tag, start, end, source, confidence, false);
    }

    private static TagName nameOf(KnownTag tag) {
        return new TagName(tag.name(), tag.label(), true);
    }
}

package org.coterie.tags;

/**
 * A tag in a text.
 *
 * @param start where it begins, in UTF-16 code units; a hashtag begins at its {@code #}
 * @param end where it is over
 */
public record FoundTag(TagName tag, int start, int end, Source source) {}

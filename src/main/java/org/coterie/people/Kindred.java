package org.coterie.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.tags.TagName;
import org.jspecify.annotations.Nullable;

/**
 * A tag with which somebody does not want to be the only one in a group; it counts while they hold it.
 *
 * @param tag what they call it, folded
 */
public record Kindred(UUID tagId, String tag) {

    static final int MOST = 3;

    private static final int ID = 36;

    /** Whether these are more tags than somebody may name, however often they have written each. */
    static boolean tooMany(Collection<TagName> names) {
        return names.stream().map(TagName::key).distinct().count() > MOST;
    }

    static @Nullable String write(List<Kindred> all) {
        return all.isEmpty()
                ? null
                : all.stream().map(one -> "%s:%s".formatted(one.tagId, one.tag)).collect(Collectors.joining(","));
    }

    static List<Kindred> read(@Nullable String written) {
        return written == null
                ? List.of()
                : Stream.of(written.split(","))
                        .map(one -> new Kindred(UUID.fromString(one.substring(0, ID)), one.substring(ID + 1)))
                        .toList();
    }
}

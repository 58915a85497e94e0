package org.coterie.tags;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wrote, to be looked through for tags.
 *
 * @param words with blanks in place of addresses, of which nothing is read
 * @param languages in which it may be written (BCP 47)
 * @param notMeant tags that they never mean when it seems so
 */
public record Text(String words, Collection<String> languages, Set<UUID> notMeant) {

    public Text {
        words = Addresses.blanked(words);
        languages = Set.copyOf(languages);
        notMeant = Set.copyOf(notMeant);
    }
}

package org.coterie.interests;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coterie.interests.HolderIndex.Held;

/** Who has changed and is not in memory yet: what they hold is known already, or has to be read. */
final class Unread {

    private final OwnChanges own;
    private final Map<UUID, List<Held>> known = new HashMap<>();
    private final Set<UUID> toRead = new LinkedHashSet<>();

    Unread(OwnChanges own) {
        this.own = own;
    }

    /** Adds a change that follows all before it. */
    void add(long change, Collection<UUID> people) {
        Map<UUID, List<Held>> held = own.take(change);
        for (UUID person : people) {
            List<Held> all = held.get(person);
            if (all == null) {
                known.remove(person);
                toRead.add(person);
            } else {
                known.put(person, all);
                toRead.remove(person);
            }
        }
    }

    /** Adds a change that was committed after some that follow it: it does not say what is the case now. */
    void addLate(Collection<UUID> people) {
        known.keySet().removeAll(people);
        toRead.addAll(people);
    }

    Map<UUID, List<Held>> known() {
        return known;
    }

    Set<UUID> toRead() {
        return toRead;
    }
}

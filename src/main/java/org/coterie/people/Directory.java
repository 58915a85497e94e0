package org.coterie.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.coterie.live.Live;

/** On which terms everybody meets others: from memory, as of the last {@link Live#catchUp}. */
@ApplicationScoped
public class Directory {

    private final LivePeople live;

    Directory(LivePeople live) {
        this.live = live;
    }

    /** On which terms these people meet others; ids of nobody are left out. */
    public Map<UUID, Terms> termsOf(Collection<UUID> ids) {
        Map<UUID, Terms> found = new HashMap<>();
        for (UUID id : ids) {
            Terms terms = live.of(id);
            if (terms != null) {
                found.put(id, terms);
            }
        }
        return found;
    }

    /** How many people there are. */
    public long count() {
        return live.count();
    }

    /** Hands over everybody's terms, in no particular order. */
    public void each(Consumer<Terms> sink) {
        live.all().forEach(sink);
    }
}

package org.coterie.formation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coterie.matching.Bonds;
import org.coterie.people.Kindred;
import org.coterie.people.Terms;

/** What people ask of the company they are in, as bonds of the core between people by their index. */
final class Wishes {

    private final Bonds bonds = new Bonds();
    private final Map<UUID, Integer> kinds = new HashMap<>();

    /** Notes what somebody asks; before it is said who holds what. */
    void enter(int person, Terms terms) {
        for (Kindred kindred : terms.notTheOnlyOneWith()) {
            bonds.notTheOnlyOne(person, kinds.computeIfAbsent(kindred.tagId(), tag -> bonds.kind()));
        }
    }

    /** Notes that somebody holds a tag right now, openly or for matching only. */
    void holds(int person, UUID tagId) {
        Integer kind = kinds.isEmpty() ? null : kinds.get(tagId);
        if (kind != null) {
            bonds.ofKind(kind, person);
        }
    }

    /** Notes that two people come together. */
    void together(int one, int other) {
        bonds.together(one, other);
    }

    Bonds bonds() {
        return bonds;
    }
}

package org.coterie.formation;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.groups.Proposal;
import org.coterie.groups.Seat;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Outcome;
import org.coterie.tags.KnownTag;

/** What of an outcome still holds when it is stored: seats that became untrue are dropped, and groups too small by that. */
final class Draft {

    private final Census census;
    private final Outcome outcome;
    private final FormationRules rules;
    private final SecondLook now;

    /** For each group of the outcome a bit for each of its members that stays; none where it is dropped. */
    private final short[] seated;

    private final BitSet placed = new BitSet();

    Draft(Census census, Outcome outcome, FormationRules rules, SecondLook now) {
        this.census = census;
        this.outcome = outcome;
        this.rules = rules;
        this.now = now;
        seated = new short[outcome.groups()];
        var taken = new int[census.people()];
        for (int group = 0; group < seated.length; group++) {
            int stay = stay(group, taken);
            if (Integer.bitCount(stay) >= rules.minSize()) {
                seated[group] = (short) stay;
                int[] members = outcome.members(group);
                members(group).forEach(i -> {
                    taken[members[i]]++;
                    placed.set(members[i]);
                });
            }
        }
    }

    private int stay(int group, int[] taken) {
        int[] members = outcome.members(group);
        int[] purpose = outcome.purpose(group);
        int stay = 0;
        for (int i = 0; i < members.length; i++) {
            if (isStillTrue(group, i, members, purpose, taken) && meetsAll(members, i, stay)) {
                stay |= 1 << i;
            }
        }
        return stay;
    }

    private boolean isStillTrue(int group, int i, int[] members, int[] purpose, int[] taken) {
        int person = members[i];
        if (!now.isHere(person) || now.seats(person) + taken[person] >= rules.groupsPerPerson()) {
            return false;
        }
        double[] contributions = outcome.contributions(group, i);
        return IntStream.range(0, purpose.length).allMatch(t -> contributions[t] == 0 || now.holds(person, purpose[t]));
    }

    /** Of two who must not meet, the one whom the purpose fits better stays: members are ordered by that. */
    private boolean meetsAll(int[] members, int i, int stay) {
        return IntStream.range(0, i).noneMatch(j -> (stay >> j & 1) == 1 && now.apart(members[i], members[j]));
    }

    private IntStream members(int group) {
        return IntStream.range(0, Short.SIZE).filter(i -> (seated[group] >> i & 1) == 1);
    }

    /** How many groups there are. */
    int groups() {
        return (int) IntStream.range(0, seated.length)
                .filter(group -> seated[group] != 0)
                .count();
    }

    /** How many people are in at least one of them. */
    int placed() {
        return placed.cardinality();
    }

    /** All tags of all purposes. */
    Set<UUID> tags() {
        return IntStream.range(0, seated.length)
                .filter(group -> seated[group] != 0)
                .flatMap(group -> IntStream.of(outcome.purpose(group)))
                .distinct()
                .mapToObj(census::tag)
                .collect(Collectors.toSet());
    }

    /** The groups one by one, made as they are asked for. */
    Stream<Proposal> proposals(UUID formationId, Map<UUID, KnownTag> known) {
        IntFunction<Proposal> proposal = group -> proposal(group, formationId, known);
        return IntStream.range(0, seated.length)
                .filter(group -> seated[group] != 0)
                .mapToObj(proposal);
    }

    private Proposal proposal(int group, UUID formationId, Map<UUID, KnownTag> known) {
        int[] members = outcome.members(group);
        int[] tags = outcome.purpose(group);
        List<UUID> purpose = IntStream.of(tags).mapToObj(census::tag).toList();
        Set<UUID> secret = IntStream.of(tags)
                .filter(tag -> members(group).anyMatch(i -> now.holdsSecretly(members[i], tag)))
                .mapToObj(census::tag)
                .collect(Collectors.toSet());
        List<Seat> seats = members(group)
                .mapToObj(i -> Charter.seat(
                        census.person(members[i]),
                        purpose,
                        outcome.contributions(group, i),
                        tag -> census.publicHolders(census.findTag(tag))))
                .toList();
        return new Charter(purpose, known, secret::contains).proposal(rules, formationId, seats);
    }
}

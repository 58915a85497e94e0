package org.coterie.formation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.groups.Continuation;
import org.coterie.groups.Proposal;
import org.coterie.groups.Seat;
import org.coterie.matching.FormationRules;
import org.coterie.matching.Moved;
import org.coterie.matching.Outcome;

/**
 * What of an outcome still holds when it is stored: seats that became untrue are dropped, and groups too small by that.
 * Into a group that somebody has said yes to, others are asked and nothing else.
 */
final class Draft {

    private final Census census;
    private final Outcome outcome;
    private final FormationRules rules;
    private final SecondLook now;

    /** For each group of the outcome a bit for each of its members that stays, or is asked; none where it is dropped. */
    private final short[] seated;

    private final BitSet placed = new BitSet();

    Draft(Census census, Outcome outcome, FormationRules rules, SecondLook now) {
        this.census = census;
        this.outcome = outcome;
        this.rules = rules;
        this.now = now;
        seated = new short[outcome.groups()];
        var taken = new int[census.people()];
        for (int person = 0; person < taken.length; person++) {
            placed.set(person, now.isHere(person) && now.seats(person) > 0);
        }
        for (int group = 0; group < seated.length; group++) {
            int stay = stay(group, taken);
            if (isDecided(group) || Integer.bitCount(stay) >= rules.minSize()) {
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
        int origin = outcome.origin(group);
        if (origin >= 0 && census.isAnswered(origin) == now.isProposal(origin)) {
            return 0; // somebody has answered meanwhile, or it has ended
        }
        int[] members = outcome.members(group);
        int stay = 0;
        int left = isDecided(group) ? now.open(origin) : members.length;
        for (int i = 0; i < members.length; i++) {
            if (left > 0 && mayStay(group, i, members[i], taken) && meetsAll(group, i, members, stay)) {
                stay |= 1 << i;
                left--;
            }
        }
        return wellBeside(group, members, stay);
    }

    /**
     * Without those who would be too few for themselves, or lack whom they need or who offers what they seek: one who goes may
     * leave another so.
     */
    private int wellBeside(int group, int[] members, int stay) {
        int left = stay;
        for (int before = ~left; before != left; ) {
            before = left;
            int there = left;
            IntList company = new IntArrayList();
            for (int i = 0; i < members.length; i++) {
                there |= isDecided(group) && wasThere(group, members[i]) ? 1 << i : 0;
                if ((there >> i & 1) == 1) {
                    company.add(members[i]);
                }
            }
            for (int i = 0; i < members.length; i++) {
                if ((left >> i & 1) == 1
                        && (company.size() < now.leastCompany(members[i])
                                || !now.bonds().met(members[i], company)
                                || !isAnswered(group, i, there))) {
                    left &= ~(1 << i);
                }
            }
        }
        return left;
    }

    /** Whether of what the i-th member is here for, and seeks, somebody who is there offers it. */
    private boolean isAnswered(int group, int i, int there) {
        int[] members = outcome.members(group);
        int[] held = outcome.heldFor(group, i);
        return IntStream.range(0, held.length)
                .filter(t -> held[t] >= 0 && now.seeks(members[i], held[t]))
                .allMatch(t -> IntStream.range(0, members.length)
                        .anyMatch(k -> (there >> k & 1) == 1
                                && outcome.heldFor(group, k)[t] >= 0
                                && now.offers(members[k], outcome.heldFor(group, k)[t])));
    }

    /** Whether somebody had said yes to it before. */
    private boolean isDecided(int group) {
        return outcome.origin(group) >= 0 && census.isAnswered(outcome.origin(group));
    }

    private boolean wasThere(int group, int person) {
        return outcome.origin(group) >= 0 && now.isIn(outcome.origin(group), person);
    }

    private boolean mayStay(int group, int i, int person, int[] taken) {
        if (!now.isHere(person) || now.seats(person) + taken[person] >= rules.groupsPerPerson()) {
            return false;
        }
        if (outcome.origin(group) >= 0 && !mayGoOn(group, i, person)) {
            return false;
        }
        if (!wasThere(group, person) && !now.isOnTheirTerms(person)) {
            return false; // with whom they can sit now, nobody has looked at
        }
        return IntStream.of(outcome.heldFor(group, i)).allMatch(tag -> tag < 0 || now.holds(person, tag));
    }

    /**
     * Whoever was in a proposal and is still; into what is decided, and besides, whoever was not: and who holds nothing of
     * what it is for in secret, since the others read that.
     */
    private boolean mayGoOn(int group, int i, int person) {
        if (wasThere(group, person)) {
            return !isDecided(group);
        }
        return !now.wasIn(outcome.origin(group), person)
                && IntStream.range(0, outcome.purpose(group).length).noneMatch(t -> saysSecretly(group, i, t));
    }

    /** Whether the i-th member carries the t-th tag of the purpose by one that they hold for matching only. */
    private boolean saysSecretly(int group, int i, int t) {
        int held = outcome.heldFor(group, i)[t];
        return held >= 0 && now.holdsSecretly(outcome.members(group)[i], held);
    }

    /** Of two who must not meet, the one whom the purpose fits better stays: members are ordered by that. */
    private boolean meetsAll(int group, int i, int[] members, int stay) {
        return IntStream.range(0, members.length)
                .filter(j -> j != i && ((stay >> j & 1) == 1 || (isDecided(group) && wasThere(group, members[j]))))
                .noneMatch(j -> now.apart(members[i], members[j]));
    }

    private IntStream members(int group) {
        return IntStream.range(0, Short.SIZE).filter(i -> (seated[group] >> i & 1) == 1);
    }

    private IntStream stored() {
        return IntStream.range(0, seated.length).filter(group -> seated[group] != 0);
    }

    /** How many groups there are, those that somebody had said yes to before not counted. */
    int groups() {
        return (int) stored().filter(group -> !isDecided(group)).count();
    }

    /** How many of them there were before. */
    int kept() {
        return (int) stored().filter(group -> outcome.origin(group) >= 0 && !isDecided(group))
                .count();
    }

    /** How many people are in at least one group. */
    int placed() {
        return placed.cardinality();
    }

    /** Those who care about something and are in no group. */
    Stream<UUID> leftOut() {
        return IntStream.range(0, census.people())
                .filter(person -> census.holdsAnything(person) && now.isHere(person) && !placed.get(person))
                .mapToObj(census::person);
    }

    /** The new groups one by one, made as they are asked for. */
    Stream<Proposal> proposals(UUID formationId) {
        IntFunction<Proposal> proposal = group -> proposal(group, formationId);
        return stored().filter(group -> outcome.origin(group) < 0).mapToObj(proposal);
    }

    /** How those go on that there were before, one by one. */
    Stream<Continuation> continuations() {
        Map<Integer, List<Moved>> moved = outcome.moved().stream().collect(Collectors.groupingBy(Moved::group));
        IntFunction<Continuation> continuation =
                group -> continuation(group, moved.getOrDefault(outcome.origin(group), List.of()));
        return stored().filter(group -> outcome.origin(group) >= 0).mapToObj(continuation);
    }

    private Proposal proposal(int group, UUID formationId) {
        int[] tags = outcome.purpose(group);
        List<UUID> purpose = purpose(group);
        Set<UUID> secret = IntStream.range(0, tags.length)
                .filter(t -> members(group).anyMatch(i -> saysSecretly(group, i, t)))
                .mapToObj(t -> census.tag(tags[t]))
                .collect(Collectors.toSet());
        List<Seat> seats = members(group).mapToObj(i -> seat(group, i, purpose)).toList();
        return new Charter(purpose, secret::contains).proposal(rules, mostWanted(group), formationId, seats);
    }

    private Continuation continuation(int group, List<Moved> moved) {
        int[] members = outcome.members(group);
        List<UUID> purpose = purpose(group);
        List<Seat> seats = members(group)
                .filter(i -> !wasThere(group, members[i]))
                .mapToObj(i -> seat(group, i, purpose))
                .toList();
        Set<UUID> released = new HashSet<>();
        if (!isDecided(group)) {
            moved.forEach(one -> released.add(census.person(one.person())));
            IntStream.range(0, members.length)
                    .filter(i -> (seated[group] >> i & 1) == 0 && wasThere(group, members[i]))
                    .forEach(i -> released.add(census.person(members[i])));
        }
        return new Continuation(
                census.group(outcome.origin(group)),
                isDecided(group),
                isDecided(group) ? mostWanted(group) : Math.max(rules.minSize(), mostWanted(group)),
                outcome.cohesion(group),
                seats,
                released);
    }

    /** How many people a group has at least that suits each of its members. */
    private int mostWanted(int group) {
        int[] members = outcome.members(group);
        return members(group).map(i -> now.leastCompany(members[i])).max().orElse(0);
    }

    private List<UUID> purpose(int group) {
        return IntStream.of(outcome.purpose(group)).mapToObj(census::tag).toList();
    }

    private Seat seat(int group, int i, List<UUID> purpose) {
        double[] contributions = outcome.contributions(group, i);
        int[] held = outcome.heldFor(group, i);
        double[] confidences = outcome.confidences(group, i);
        Seat seat = Charter.seat(census.person(outcome.members(group)[i]), contributions, t -> {
            UUID tag = purpose.get(t);
            long holders = census.publicHolders(census.findTag(tag));
            return Charter.reason(tag, contributions[t], holders, census.tag(held[t]), confidences[t]);
        });
        return seat.meetingAgain(metAgain(group, i).mapToObj(census::person).collect(Collectors.toSet()));
    }

    /** Whom somebody meets again of those who are in the group in the end. */
    private IntStream metAgain(int group, int i) {
        int[] members = outcome.members(group);
        return IntStream.of(outcome.metAgain(group, i))
                .filter(met ->
                        IntStream.range(0, members.length).anyMatch(j -> members[j] == met && isThere(group, j)));
    }

    /** How many places are beside somebody whom their owner has met before, and did not sit beside already. */
    int metAgain() {
        return (int) stored().mapToLong(group -> IntStream.range(0, outcome.members(group).length)
                        .filter(i -> isThere(group, i)
                                && metAgain(group, i).findAny().isPresent())
                        .count())
                .sum();
    }

    /** Whether the i-th member is in the group in the end. */
    private boolean isThere(int group, int i) {
        return (seated[group] >> i & 1) == 1 || (isDecided(group) && wasThere(group, outcome.members(group)[i]));
    }
}

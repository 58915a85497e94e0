package org.coterie.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A few people made up for a law: everything about them is at hand, so that an outcome can be checked against it. */
final class Crew {

    record Interest(float strength, Stance stance) {}

    /** A group that there is before a formation. */
    record Gathering(
            boolean answered, int places, List<Integer> purpose, List<Integer> members, List<Integer> barred) {}

    private static final double KILOMETRES_A_DEGREE = 111.2;

    final List<Map<Integer, Interest>> interests = new ArrayList<>();
    final List<Long> languages = new ArrayList<>();
    final List<Integer> rooms = new ArrayList<>();

    /** Who says how large a group may be: the fewest and the most. */
    final Map<Integer, int[]> company = new HashMap<>();

    final Set<Set<Integer>> blocks = new HashSet<>();
    /** Who says when they are free. */
    final Map<Integer, BitSet> free = new HashMap<>();

    /** Who says where they are on the equator, how many degrees they go, and (1) that they would meet online as well. */
    final Map<Integer, int[]> places = new HashMap<>();

    /** Who was left out of how many formations in a row. */
    final Map<Integer, Integer> waited = new HashMap<>();

    /** Who has been in a group with whom, and when they last were. */
    final Map<Set<Integer>, Long> met = new HashMap<>();

    /** Who knows whom. */
    final Set<Set<Integer>> acquainted = new HashSet<>();

    /** Who does not want to be the only one with which tags. */
    final Map<Integer, Set<Integer>> wishes = new HashMap<>();

    /** Who come together. */
    final Set<Set<Integer>> together = new HashSet<>();

    /** Which tags mean nearly the same, each pair with another confidence. */
    final Map<Set<Integer>, Double> near = new HashMap<>();

    /** Who does not mean which tags by near ones. */
    final Map<Integer, Set<Integer>> notMeant = new HashMap<>();

    /** Who does not mean a near tag by which of theirs: person, held, near. */
    final Set<List<Integer>> otherSenses = new HashSet<>();

    /** Who holds which tags in secret. */
    final Map<Integer, Set<Integer>> secrets = new HashMap<>();

    final List<Gathering> gatherings = new ArrayList<>();

    int tags;

    /** People who care about tags at random, popular ones and rare ones, with everything that can keep them apart. */
    static Crew random(int people, int tags, long seed) {
        var random = new Random(seed);
        var crew = new Crew();
        crew.tags = tags;
        for (int p = 0; p < people; p++) {
            Map<Integer, Interest> interests = new HashMap<>();
            int wanted = random.nextInt(7);
            for (int i = 0; i < wanted; i++) {
                int tag = (int) (tags * random.nextDouble() * random.nextDouble());
                interests.put(tag, new Interest((1 + random.nextInt(5)) / 5f, stance(random.nextInt(8))));
            }
            long languages = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(7);
            crew.add(interests, languages, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3));
            if (random.nextInt(4) == 0) {
                int least = 1 + random.nextInt(6);
                crew.company.put(p, new int[] {least, least + random.nextInt(4)});
            }
            if (random.nextBoolean()) {
                crew.places.put(p, new int[] {random.nextInt(4), 1 + random.nextInt(3), random.nextInt(2)});
            }
            if (random.nextInt(3) > 0) {
                var quarters = new BitSet();
                int evening = 200 + 96 * random.nextInt(4);
                quarters.set(evening, evening + 160);
                crew.free.put(p, quarters);
            }
        }
        for (int b = 0; b < people / 4; b++) {
            int one = random.nextInt(people);
            int other = random.nextInt(people);
            if (one != other) {
                crew.blocks.add(Set.of(one, other));
            }
        }
        return crew;
    }

    /** Lets some of them not want to be the only one with some tag, and some come together. */
    Crew wishful(long seed) {
        var random = new Random(seed + 1);
        for (int p = 0; p < people(); p++) {
            List<Integer> held = interests.get(p).keySet().stream().sorted().toList();
            int wanted = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
            for (int i = 0; i < wanted; i++) {
                boolean ofTheirs = !held.isEmpty() && random.nextInt(5) > 0;
                int tag = ofTheirs ? held.get(random.nextInt(held.size())) : random.nextInt(tags);
                wishes.computeIfAbsent(p, first -> new HashSet<>()).add(tag);
            }
        }
        for (int pair = 0; pair < people() / 5; pair++) {
            int one = random.nextInt(people());
            int other = random.nextInt(people());
            int alike = IntStream.range(0, people())
                    .filter(p -> !Collections.disjoint(
                            interests.get(p).keySet(), interests.get(one).keySet()))
                    .skip(random.nextInt(3))
                    .findFirst()
                    .orElse(other);
            if (one != alike) {
                together.add(Set.of(one, alike));
            }
        }
        return this;
    }

    /** Lets some of them know each other. */
    Crew acquainted(long seed) {
        var random = new Random(seed + 3);
        for (int pair = 0; pair < people(); pair++) {
            int one = random.nextInt(people());
            int other = random.nextInt(people());
            if (one != other) {
                acquainted.add(Set.of(one, other));
            }
        }
        return this;
    }

    /** Lets some tags mean nearly the same as others, some as many others, and some people mean, or tell, less by theirs. */
    Crew wordy(long seed) {
        var random = new Random(seed + 2);
        List<Integer> thousandths =
                new ArrayList<>(IntStream.rangeClosed(600, 1_000).boxed().toList());
        Collections.shuffle(thousandths, random);
        for (int pair = 0; pair < 2 * tags; pair++) {
            int one = random.nextInt(tags);
            int other = (int) (tags * random.nextDouble() * random.nextDouble());
            if (one != other) {
                near.put(Set.of(one, other), thousandths.get(pair) / 1_000.0);
            }
        }
        for (int person = 0; person < interests.size(); person += 1 + random.nextInt(8)) {
            notMeant.put(person, Set.of(random.nextInt(tags)));
        }
        for (int person = 0; person < interests.size(); person++) {
            for (int tag : interests.get(person).keySet().stream().sorted().toList()) {
                if (random.nextInt(6) == 0) {
                    secrets.computeIfAbsent(person, first -> new HashSet<>()).add(tag);
                }
                otherSenses.add(List.of(person, tag, random.nextInt(tags)));
            }
        }
        return this;
    }

    /** What the core is to make of it. */
    Nearness nearness() {
        var builder = Nearness.builder();
        near.forEach((pair, confidence) -> {
            var both = List.copyOf(pair);
            builder.near(both.get(0), both.get(1), confidence);
        });
        return builder.build();
    }

    /** Puts some of them into groups at random, many of which nobody would make. */
    Crew gathered(long seed) {
        var random = new Random(seed);
        for (int g = 0; g < people() / 5; g++) {
            int[] purpose =
                    random.ints(1 + random.nextInt(3), 0, tags).distinct().toArray();
            List<Integer> fond = IntStream.range(0, people())
                    .filter(p -> interests.get(p).containsKey(purpose[0]))
                    .boxed()
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            Collections.shuffle(fond, random);
            int[] members = (random.nextInt(3) == 0
                            ? random.ints(1 + random.nextInt(6), 0, people())
                            : fond.stream().mapToInt(p -> p).limit(2 + random.nextInt(6)))
                    .distinct()
                    .toArray();
            int[] barred = random.ints(random.nextInt(4), 0, people())
                    .filter(p -> IntStream.of(members).noneMatch(member -> member == p))
                    .distinct()
                    .toArray();
            gatherings.add(new Gathering(
                    random.nextInt(3) == 0, random.nextInt(9), boxed(purpose), boxed(members), boxed(barred)));
        }
        return this;
    }

    /** Puts them into proposals that nobody has answered, as a formation found them. */
    Crew proposed(Outcome outcome, int places) {
        for (int g = 0; g < outcome.groups(); g++) {
            gatherings.add(
                    new Gathering(false, places, boxed(outcome.purpose(g)), boxed(outcome.members(g)), List.of()));
        }
        return this;
    }

    /** People who are all alike and can all meet. */
    static Crew identical(int people, int tags, int room) {
        var crew = new Crew();
        crew.tags = tags;
        for (int p = 0; p < people; p++) {
            Map<Integer, Interest> interests = new HashMap<>();
            for (int t = 0; t < tags; t++) {
                interests.put(t, new Interest(0.6f, Stance.SHARE));
            }
            crew.add(interests, 0, room);
        }
        return crew;
    }

    /** People who share these tags each, one array of tags a person. */
    static Crew sharing(int[]... tagsOfEach) {
        var crew = new Crew();
        for (int[] tagsOfOne : tagsOfEach) {
            Map<Integer, Interest> interests = new HashMap<>();
            for (int tag : tagsOfOne) {
                interests.put(tag, new Interest(0.6f, Stance.SHARE));
                crew.tags = Math.max(crew.tags, tag + 1);
            }
            crew.add(interests, 0, 3);
        }
        return crew;
    }

    void add(Map<Integer, Interest> interestsOfOne, long spoken, int room) {
        interests.add(interestsOfOne);
        languages.add(spoken);
        rooms.add(room);
    }

    int people() {
        return interests.size();
    }

    Population population() {
        return population(IntStream.range(0, people()).toArray());
    }

    /** The same people, of whom the i-th to arrive is {@code order[i]}. */
    Population population(int[] order) {
        var builder = Population.builder();
        for (int t = 0; t < tags; t++) {
            builder.tag(77L * t);
        }
        var index = new int[order.length];
        for (int p : order) {
            index[p] = builder.person(99L * p, languages.get(p), rooms.get(p));
            var held = new ArrayList<>(interests.get(p).entrySet());
            Collections.shuffle(held, new Random(order[0])); // their tags come in another order as well
            for (var one : held) {
                int tag = one.getKey();
                var interest = one.getValue();
                if (holdsSecretly(p, tag)) {
                    builder.secretInterest(index[p], tag, interest.strength(), interest.stance());
                } else {
                    builder.interest(index[p], tag, interest.strength(), interest.stance());
                }
            }
        }
        company.forEach((p, bounds) -> builder.company(index[p], bounds[0], bounds[1]));
        waited.forEach((p, formations) -> builder.waited(index[p], formations));
        free.forEach((p, quarters) -> builder.free(index[p], quarters));
        places.forEach((p, place) ->
                builder.place(index[p], 0, place[0], KILOMETRES_A_DEGREE * (place[1] + 0.5), place[2] == 1));
        blocks.forEach(pair -> {
            var both = List.copyOf(pair);
            builder.block(index[both.get(0)], index[both.get(1)]);
        });
        met.forEach((pair, when) -> {
            var both = List.copyOf(pair);
            builder.met(index[both.get(0)], index[both.get(1)], when);
        });
        acquainted.forEach(pair -> {
            var both = List.copyOf(pair);
            builder.acquainted(index[both.get(0)], index[both.get(1)]);
        });
        near.forEach((pair, confidence) -> {
            var both = List.copyOf(pair);
            builder.near(both.get(0), both.get(1), confidence);
        });
        notMeant.forEach((person, some) -> some.forEach(tag -> builder.notMeant(index[person], tag)));
        otherSenses.forEach(sense -> builder.otherSense(index[sense.get(0)], sense.get(1), sense.get(2)));
        builder.bonds(bonds(index, order.length > 0 && order[0] != 0));
        // in another order too, where people come in another order
        for (int i = 0; i < gatherings.size(); i++) {
            var gathering = gatherings.get(order[0] == 0 ? i : gatherings.size() - 1 - i);
            int group = builder.groups().add(gathering.answered, gathering.places);
            gathering.purpose.forEach(tag -> builder.groups().purpose(group, tag));
            gathering.members.forEach(p -> builder.groups().member(group, index[p]));
            gathering.barred.forEach(p -> builder.groups().barred(group, index[p]));
        }
        return builder.build();
    }

    boolean holdsSecretly(int person, int tag) {
        return secrets.getOrDefault(person, Set.of()).contains(tag);
    }

    private Bonds bonds(int[] index, boolean backwards) {
        var bonds = new Bonds();
        for (int t = 0; t < tags && !wishes.isEmpty(); t++) {
            int tag = tagOfKind(t, backwards);
            int kind = bonds.kind();
            IntStream.range(0, people())
                    .filter(p -> interests.get(p).containsKey(tag))
                    .forEach(p -> bonds.ofKind(kind, index[p]));
        }
        wishes.forEach((p, wished) -> wished.forEach(tag -> bonds.notTheOnlyOne(index[p], tagOfKind(tag, backwards))));
        together.forEach(pair -> {
            var both = List.copyOf(pair);
            bonds.together(index[both.get(0)], index[both.get(1)]);
        });
        return bonds;
    }

    private int tagOfKind(int kind, boolean backwards) {
        return backwards ? tags - 1 - kind : kind;
    }

    private static List<Integer> boxed(int[] numbers) {
        return IntStream.of(numbers).boxed().toList();
    }

    private static Stance stance(int drawn) {
        return switch (drawn) {
            case 0 -> Stance.OFFER;
            case 1 -> Stance.SEEK;
            default -> Stance.SHARE;
        };
    }
}

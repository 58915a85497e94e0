package org.coterie.formation;

import it.unimi.dsi.fastutil.objects.Object2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.groups.Reason;
import org.coterie.interests.Holding;
import org.coterie.interests.Stance;
import org.coterie.matching.Affinity;
import org.coterie.matching.Nearness;
import org.coterie.matching.Profile;
import org.coterie.matching.Purpose;
import org.coterie.matching.Rarity;
import org.jspecify.annotations.Nullable;

/** What one person cares about right now, held against what groups are for and others care about. */
final class Taste {

    /** How well something fits, and which tags make it fit: these sum to the affinity, the most decisive first. */
    record Fit(double affinity, List<Part> parts) {

        /**
         * What one tag adds to the affinity.
         *
         * @param said the tag of the person's by which it does, where they hold one near it in its place
         */
        record Part(UUID tag, double contribution, Reason.@Nullable Said said) {

            /** The tag of the person's. */
            UUID held() {
                return said == null ? tag : said.tagId();
            }

            Reason reason(long holders) {
                return new Reason(tag, contribution, holders, said);
            }
        }

        /** The same, where the person is told these words alone; what is near one of theirs, by theirs. */
        Fit told(Set<UUID> words) {
            return new Fit(
                    affinity,
                    parts.stream()
                            .map(part -> words.contains(part.tag)
                                    ? part
                                    : new Part(part.held(), part.contribution, part.said))
                            .toList());
        }

        Fit {
            parts = List.copyOf(parts);
        }
    }

    private final Map<UUID, Holding> holdings = new LinkedHashMap<>();
    private final Object2IntOpenHashMap<UUID> numbers = new Object2IntOpenHashMap<>();
    private final List<UUID> byNumber = new ArrayList<>();
    private final Object2DoubleOpenHashMap<UUID> rarities = new Object2DoubleOpenHashMap<>();
    private final Map<UUID, Long> holders;
    private final long people;
    private final Map<UUID, Map<UUID, Double>> near;
    private final Profile profile;

    /** How much of all that the person cares about each of their tags is. */
    private final Map<UUID, Double> shares = new HashMap<>();

    /**
     * @param mine what the person holds, all of it
     * @param holders how many people publicly hold each tag that will be asked about
     * @param people how many people there are
     * @param near for each tag of the person's those near it, and how sure that is
     */
    Taste(List<Holding> mine, Map<UUID, Long> holders, long people, Map<UUID, Map<UUID, Double>> near) {
        this.near = near;
        this.holders = holders;
        this.people = people;
        numbers.defaultReturnValue(-1);
        var tags = new int[mine.size()];
        var strengths = new float[tags.length];
        var rare = new double[tags.length];
        // all fade alike, so how one stands beside another does not change while time passes
        double strongest = mine.stream().mapToDouble(Holding::strengthNow).max().orElse(1);
        for (int i = 0; i < tags.length; i++) {
            Holding holding = mine.get(i);
            holdings.put(holding.tagId(), holding);
            tags[i] = number(holding.tagId());
            strengths[i] = (float) (holding.strengthNow() / strongest);
            rare[i] = rarity(holding.tagId());
        }
        profile = new Profile(tags, strengths, rare, nearness());
        for (Holding holding : mine) {
            double cosine = Affinity.of(profile, purpose(List.of(holding.tagId())));
            shares.put(holding.tagId(), cosine * cosine);
        }
    }

    private Nearness nearness() {
        var builder = Nearness.builder();
        near.forEach((held, others) ->
                others.forEach((other, confidence) -> builder.near(number(held), number(other), confidence)));
        return builder.build();
    }

    private int number(UUID tag) {
        int known = numbers.putIfAbsent(tag, byNumber.size());
        if (known != numbers.defaultReturnValue()) {
            return known;
        }
        byNumber.add(tag);
        return byNumber.size() - 1;
    }

    private double rarity(UUID tag) {
        return rarities.computeIfAbsent(tag, (UUID unknown) -> Rarity.idf(holders(tag), people));
    }

    private Purpose purpose(List<UUID> tags) {
        int[] numbers = new int[tags.size()];
        double[] rare = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(tags.get(i));
            rare[i] = rarity(tags.get(i));
        }
        return new Purpose(numbers, rare);
    }

    /** How many people publicly hold each tag. */
    Map<UUID, Long> holders() {
        return holders;
    }

    /** How many people publicly hold a tag. */
    long holders(UUID tag) {
        return holders.getOrDefault(tag, 0L);
    }

    /** How many people there are. */
    long people() {
        return people;
    }

    /** All tags that the person holds. */
    Set<UUID> tags() {
        return Collections.unmodifiableSet(holdings.keySet());
    }

    /** What the person looks for. */
    Set<UUID> sought() {
        return holdings.values().stream()
                .filter(holding -> holding.stance() == Stance.SEEK)
                .map(Holding::tagId)
                .collect(Collectors.toSet());
    }

    /** Tags that the person does not hold, near to such as they do. */
    Set<UUID> near() {
        Set<UUID> all = new HashSet<>();
        near.values().forEach(others -> all.addAll(others.keySet()));
        all.removeAll(holdings.keySet());
        return all;
    }

    /** How the person holds a tag, or else those that are near it. */
    Stream<Holding> meaning(UUID tag) {
        return holdings.containsKey(tag)
                ? Stream.of(holdings.get(tag))
                : holdings.values().stream().filter(holding -> confidence(holding.tagId(), tag) > 0);
    }

    /** How the person holds a tag, if they do. */
    Optional<Holding> holding(UUID tag) {
        return Optional.ofNullable(holdings.get(tag));
    }

    /** Whether the person carries enough of a purpose to be in a group with it. */
    boolean admits(List<UUID> tags) {
        return Affinity.admits(profile, purpose(tags));
    }

    /** How well a group with this purpose fits the person; only tags that they hold, or hold one near, are parts of it. */
    Fit fit(List<UUID> tags) {
        Purpose purpose = purpose(tags);
        double[] contributions = Affinity.contributions(profile, purpose);
        var parts = new ArrayList<Fit.Part>(contributions.length);
        for (int i = 0; i < contributions.length; i++) {
            if (contributions[i] > 0) {
                UUID held = byNumber.get(profile.heldFor(purpose, i));
                parts.add(part(tags.get(i), contributions[i], held));
            }
        }
        return sum(parts);
    }

    private Fit.Part part(UUID tag, double contribution, UUID held) {
        return new Fit.Part(tag, contribution, held.equals(tag) ? null : new Reason.Said(held, confidence(held, tag)));
    }

    /** How sure it is that the person means a tag, 0 to 1; 1 where they hold it. */
    double confidence(UUID tag) {
        return meaning(tag)
                .mapToDouble(holding -> confidence(holding.tagId(), tag))
                .max()
                .orElse(0);
    }

    /** How sure it is that a tag of the person's means another, 0 to 1; 1 where it is the same. */
    private double confidence(UUID held, UUID other) {
        return held.equals(other) ? 1 : near.getOrDefault(held, Map.of()).getOrDefault(other, 0.0);
    }

    /**
     * How much of what the person cares about is shared with somebody who holds these tags: the person's shares in those
     * that they hold, too, and in part in those near which theirs are; they would sum to 1 over all that the person holds. One
     * more shared tag is never less, and of theirs each counts once.
     */
    Fit share(List<UUID> theirs) {
        List<Fit.Part> parts = new ArrayList<>();
        Set<UUID> counted = new HashSet<>();
        theirs.stream().filter(holdings::containsKey).forEach(tag -> {
            counted.add(tag);
            parts.add(part(tag, share(tag), tag));
        });
        (near.isEmpty() ? Stream.<UUID>empty() : theirs.stream())
                .flatMap(tag -> nearShares(tag).stream())
                .sorted(Comparator.comparingDouble(Fit.Part::contribution)
                        .reversed()
                        .thenComparing(Fit.Part::tag)
                        .thenComparing(Fit.Part::held))
                .filter(part -> !counted.contains(part.tag()) && !counted.contains(part.held()))
                .forEach(part -> {
                    counted.add(part.held());
                    counted.add(part.tag());
                    parts.add(part);
                });
        return sum(parts);
    }

    /** The affinity of that alone. */
    double affinity(List<UUID> theirs) {
        return near.isEmpty()
                ? Math.min(1, theirs.stream().mapToDouble(this::share).sum())
                : share(theirs).affinity();
    }

    private List<Fit.Part> nearShares(UUID other) {
        return holdings.keySet().stream()
                .filter(held -> !held.equals(other) && confidence(held, other) > 0)
                .map(held -> part(other, confidence(held, other) * share(held), held))
                .toList();
    }

    /** How much of what the person cares about is this tag; 0 where they do not hold it. */
    double share(UUID tag) {
        return shares.getOrDefault(tag, 0.0);
    }

    private static Fit sum(List<Fit.Part> parts) {
        double affinity = parts.stream().mapToDouble(Fit.Part::contribution).sum();
        return new Fit(
                Math.min(1, affinity),
                parts.stream()
                        .filter(part -> part.contribution() > 0)
                        .sorted(Comparator.comparingDouble(Fit.Part::contribution)
                                .reversed())
                        .toList());
    }
}

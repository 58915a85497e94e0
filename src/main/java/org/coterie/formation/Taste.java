package org.coterie.formation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.interests.Holding;
import org.coterie.matching.Affinity;
import org.coterie.matching.Profile;
import org.coterie.matching.Purpose;
import org.coterie.matching.Rarity;

/** What one person cares about right now, held against what groups are for and others care about. */
final class Taste {

    /** How well something fits, and which tags make it fit: these sum to the affinity, the most decisive first. */
    record Fit(double affinity, List<Part> parts) {

        /** What one tag adds to the affinity. */
        record Part(UUID tag, double contribution) {}

        Fit {
            parts = List.copyOf(parts);
        }
    }

    private final Map<UUID, Holding> holdings = new LinkedHashMap<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, Double> rarities = new HashMap<>();
    private final Map<UUID, Long> holders;
    private final long people;
    private final Profile profile;

    /** How much of all that the person cares about each of their tags is. */
    private final Map<UUID, Double> shares = new HashMap<>();

    /**
     * @param mine what the person holds, all of it
     * @param holders how many people publicly hold each tag that will be asked about
     * @param people how many people there are
     */
    Taste(List<Holding> mine, Map<UUID, Long> holders, long people) {
        this.holders = holders;
        this.people = people;
        var tags = new int[mine.size()];
        var strengths = new float[tags.length];
        var rare = new double[tags.length];
        for (int i = 0; i < tags.length; i++) {
            Holding holding = mine.get(i);
            holdings.put(holding.tagId(), holding);
            tags[i] = number(holding.tagId());
            strengths[i] = (float) holding.strengthNow();
            rare[i] = rarity(holding.tagId());
        }
        profile = new Profile(tags, strengths, rare);
        for (Holding holding : mine) {
            double cosine = Affinity.of(profile, purpose(List.of(holding.tagId())));
            shares.put(holding.tagId(), cosine * cosine);
        }
    }

    private int number(UUID tag) {
        return numbers.computeIfAbsent(tag, unknown -> numbers.size());
    }

    private double rarity(UUID tag) {
        return rarities.computeIfAbsent(tag, unknown -> Rarity.idf(holders(tag), people));
    }

    private Purpose purpose(List<UUID> tags) {
        return new Purpose(
                tags.stream().mapToInt(this::number).toArray(),
                tags.stream().mapToDouble(this::rarity).toArray());
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

    /** How the person holds a tag, if they do. */
    Optional<Holding> holding(UUID tag) {
        return Optional.ofNullable(holdings.get(tag));
    }

    /** Whether the person carries enough of a purpose to be in a group with it. */
    boolean admits(List<UUID> tags) {
        return Affinity.admits(profile, purpose(tags));
    }

    /** How well a group with this purpose fits the person; only tags that they hold are parts of it. */
    Fit fit(List<UUID> purpose) {
        return sum(purpose, Affinity.contributions(profile, purpose(purpose)));
    }

    /**
     * How much of what the person cares about is shared with somebody who holds these tags too: the person's shares in
     * them, which would sum to 1 over all that they hold. One more shared tag is never less.
     */
    Fit share(List<UUID> shared) {
        return sum(shared, shared.stream().mapToDouble(this::share).toArray());
    }

    /** How much of what the person cares about is this tag; 0 where they do not hold it. */
    double share(UUID tag) {
        return shares.getOrDefault(tag, 0.0);
    }

    private static Fit sum(List<UUID> tags, double[] contributions) {
        var parts = new ArrayList<Fit.Part>(contributions.length);
        double affinity = 0;
        for (int i = 0; i < contributions.length; i++) {
            if (contributions[i] > 0) {
                parts.add(new Fit.Part(tags.get(i), contributions[i]));
                affinity += contributions[i];
            }
        }
        parts.sort(Comparator.comparingDouble(Fit.Part::contribution).reversed());
        return new Fit(Math.min(1, affinity), parts);
    }
}

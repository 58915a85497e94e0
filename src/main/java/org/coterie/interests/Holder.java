package org.coterie.interests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.live.Identified;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds something, and their place among the holders of each tag: parallel arrays, because there are a million of
 * them.
 */
@SuppressWarnings("ReferenceEquality") // each tag is there once
final class Holder extends Identified {

    private static final int NOWHERE = -1;

    private final int number;
    private final TagHolders[] held;
    private final int[] place;
    private final long[] expressedAt;
    private final Manners.Manner[] how;

    Holder(UUID id, int number, List<Held> all, Function<UUID, TagHolders> tags, Manners manners) {
        super(id);
        this.number = number;
        held = new TagHolders[all.size()];
        place = new int[held.length];
        expressedAt = new long[held.length];
        how = new Manners.Manner[held.length];
        for (int i = 0; i < held.length; i++) {
            Held one = all.get(i);
            held[i] = tags.apply(one.tagId());
            place[i] = NOWHERE;
            expressedAt[i] = micros(one.expressedAt());
            how[i] = manners.of(
                    one.stance(), one.strength(), one.matchOnly(), micros(one.matchesUntil()) - expressedAt[i]);
        }
    }

    /** Their number among all who hold something. */
    int number() {
        return number;
    }

    /** Which of their tags it is. */
    int indexOf(TagHolders tag) {
        for (int i = 0; i < held.length; i++) {
            if (held[i] == tag) {
                return i;
            }
        }
        throw new IllegalStateException("Tag %s lists somebody who does not hold it.".formatted(tag.id()));
    }

    /** Where they are among the holders of their i-th tag. */
    int place(int i) {
        return place[i];
    }

    void seat(int i, int at) {
        place[i] = at;
    }

    void unseat(int i) {
        place[i] = NOWHERE;
    }

    /** In microseconds. */
    long expressedAt(int i) {
        return expressedAt[i];
    }

    /** In microseconds. */
    long matchesUntil(int i) {
        return expressedAt[i] + how[i].lasts();
    }

    boolean isOpen(int i) {
        return !how[i].matchOnly();
    }

    /** In microseconds, when the last that they hold in public is over; long ago where there is none. */
    long openUntil() {
        long until = Long.MIN_VALUE;
        for (int i = 0; i < held.length; i++) {
            until = isOpen(i) ? Math.max(until, matchesUntil(i)) : until;
        }
        return until;
    }

    /** Gives the places up, but for those of interests that the other one, of the same number, has just so too. */
    void makeRoomFor(@Nullable Holder other) {
        for (int i = 0; i < held.length; i++) {
            if (place[i] != NOWHERE && !(other != null && other.takesOver(this, i))) {
                held[i].remove(this, i);
            }
        }
    }

    private boolean takesOver(Holder before, int i) {
        for (int j = 0; j < held.length; j++) {
            if (held[j] == before.held[i] && how[j].equals(before.how[i]) && expressedAt[j] == before.expressedAt[i]) {
                place[j] = before.place[i];
                return true;
            }
        }
        return false;
    }

    /** Takes the places that are not theirs yet. */
    void takePlaces() {
        for (int i = 0; i < held.length; i++) {
            if (place[i] == NOWHERE) {
                held[i].add(this, i);
            }
        }
    }

    /**
     * What matches of these tags.
     *
     * @param now in microseconds
     */
    List<Held> held(Predicate<TagHolders> wanted, long now) {
        List<Held> all = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (matchesUntil(i) > now && wanted.test(held[i])) {
                all.add(new Held(
                        held[i].id(),
                        how[i].stance(),
                        how[i].strength(),
                        how[i].matchOnly(),
                        instant(expressedAt[i]),
                        instant(matchesUntil(i))));
            }
        }
        return all;
    }

    /**
     * Adds the tags that they seek.
     *
     * @param now in microseconds
     */
    void addSought(Set<UUID> all, long now) {
        for (int i = 0; i < held.length; i++) {
            if (how[i].stance() == Stance.SEEK && matchesUntil(i) > now) {
                all.add(held[i].id());
            }
        }
    }

    /** As times are kept. */
    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

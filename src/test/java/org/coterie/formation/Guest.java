package org.coterie.formation;

import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.coterie.Door.Somebody;

/** Somebody's terms, kept beside the application so that it can be held to them. */
record Guest(
        Somebody who,
        Set<String> languages,
        int least,
        int most,
        BitSet free,
        int degree,
        boolean online,
        Set<String> tags,
        Set<String> wishes) {

    /** Somebody who has said on which terms they meet others, but not yet what they care about. */
    static Guest random(Random random, List<String> tags) {
        List<String> languages = random.nextInt(4) == 0 ? List.of() : some(random, List.of("en", "de", "fr"));
        int least = random.nextInt(3) == 0 ? 3 + random.nextInt(2) : 2;
        int most = least == 2 ? 12 : least + random.nextInt(2);
        var free = new BitSet();
        int day = random.nextInt(4);
        if (day < 2) {
            int from = 24 + random.nextInt(8);
            free.set(from + 48 * day, from + 48 * day + 8);
        }
        int degree = random.nextInt(3);
        boolean online = random.nextBoolean();
        var who = join(Map.of("handle", unique("guest"), "languages", languages, "timeZone", "Etc/UTC"));
        List<String> held = some(random, tags);
        Set<String> wishes = random.nextInt(3) == 0 ? Set.copyOf(some(random, tags)) : Set.of();
        var guest = new Guest(who, Set.copyOf(languages), least, most, free, degree, online, Set.copyOf(held), wishes);
        guest.say();
        return guest;
    }

    static Guest withoutTerms() {
        var who = join(Map.of("handle", unique("host")));
        return new Guest(who, Set.of(), 2, 12, new BitSet(), 0, true, Set.of(), Set.of());
    }

    /** Says what they care about; a group may come of it. */
    void care() {
        who.caresAbout(tags.toArray(String[]::new));
    }

    /** Whether, beside these, they are not the only one with anything that they do not want to be the only one with. */
    boolean isAccompanied(Collection<Guest> company) {
        return wishes.stream()
                .filter(tags::contains)
                .allMatch(tag -> company.stream()
                        .anyMatch(other -> !other.who.id().equals(who.id()) && other.tags.contains(tag)));
    }

    private static List<String> some(Random random, List<String> all) {
        List<String> some = new ArrayList<>(all);
        java.util.Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(all.size()));
    }

    private void say() {
        List<String> parts = new ArrayList<>();
        if (most < 12) {
            parts.add("\"groupSize\": {\"min\": %d, \"max\": %d}".formatted(least, most));
        }
        if (!free.isEmpty()) {
            int from = free.nextSetBit(0);
            parts.add("\"availability\": [{\"day\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}]"
                    .formatted(from < 48 ? "MONDAY" : "TUESDAY", clock(from), clock(free.length())));
        }
        if (degree > 0) {
            parts.add("\"place\": {\"latitude\": %d.01, \"longitude\": 0.01, \"withinKm\": 30, \"onlineOk\": %s}"
                    .formatted(degree, online));
        }
        if (!wishes.isEmpty()) {
            parts.add("\"notTheOnlyOneWith\": [\"%s\"]".formatted(String.join("\", \"", wishes)));
        }
        meetOn(who, "{" + String.join(", ", parts) + "}");
    }

    private static String clock(int halfHour) {
        return "%02d:%s".formatted(halfHour % 48 / 2, halfHour % 2 == 0 ? "00" : "30");
    }

    static void says(Somebody person, String stance, String tag) {
        person.declares(tag, Map.of("stance", stance));
    }

    /** Somebody says on which terms they meet others, as JSON. */
    static void meetOn(Somebody person, String matching) {
        person.asks()
                .contentType("application/merge-patch+json")
                .body("{\"matching\": %s}".formatted(matching))
                .patch("/v1/people/me")
                .then()
                .statusCode(200);
    }
}

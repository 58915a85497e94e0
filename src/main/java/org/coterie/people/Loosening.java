package org.coterie.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coterie.language.Text;

/**
 * How somebody could make less of a condition.
 *
 * @param terms their terms afterwards
 * @param change what they would have to send
 * @param condition the same after an "if", such as "you went as far as 25 km"
 */
public record Loosening(Terms terms, TermsChange change, Text condition) {

    private static final int SMALLEST = 2;
    private static final int LARGEST = 12;

    /** Distances are named in steps, so that one answer does not tell a place. */
    private static final List<Integer> NEARER_THAN_ONLINE = List.of(5, 10, 25, 50);

    private static final List<Integer> FARTHER_THAN_ONLINE =
            List.of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 20_000);

    /** As many as anybody may speak. */
    private static final int MOST_LANGUAGES = 10;

    /**
     * The ways to loosen one term, the least change first; none where it is no condition. Of the hours and languages of
     * others only what at least two of them share is named, as every member of a group with them would read it.
     *
     * @param others whom they would sit with, were it no condition at all
     * @param hours how many hours a week all have to share
     */
    public static List<Loosening> of(Term term, Terms mine, Collection<Terms> others, int hours, Instant now) {
        return switch (term) {
            case GROUP_SIZE -> ofSize(mine);
            case DISTANCE -> ofDistance(mine);
            case HOURS -> ofHours(mine, others, 2 * hours, now);
            case LANGUAGES -> ofLanguages(mine, others);
            case NOT_THE_ONLY_ONE -> ofKindred(mine);
        };
    }

    private static List<Loosening> ofSize(Terms mine) {
        var company = mine.company();
        if (company == null) {
            return List.of();
        }
        Stream<Terms.Company> oneMoreEachTime = IntStream.range(1, LARGEST)
                .boxed()
                .flatMap(by -> Stream.of(
                        new Terms.Company(company.least() - by, company.most()),
                        new Terms.Company(company.least(), company.most() + by)))
                .filter(wider -> wider.least() >= SMALLEST && wider.most() <= LARGEST);
        return Stream.concat(oneMoreEachTime, Stream.of(new Terms.Company(SMALLEST, LARGEST)))
                .map(wider -> new Loosening(
                        mine.withCompany(wider),
                        TermsChange.to(MatchingPreferences.ofSize(wider)),
                        sized(company, wider)))
                .toList();
    }

    private static Text sized(Terms.Company before, Terms.Company wider) {
        if (wider.most() == before.most()) {
            return new Text("loosened.smaller", Map.of("people", wider.least()));
        }
        return wider.least() == before.least()
                ? new Text("loosened.larger", Map.of("people", wider.most()))
                : new Text("loosened.any-size");
    }

    private static List<Loosening> ofDistance(Terms mine) {
        var place = mine.place();
        if (place == null) {
            return List.of();
        }
        List<Loosening> farther = new ArrayList<>(upTo(NEARER_THAN_ONLINE, mine, place));
        if (!place.onlineOk()) {
            farther.add(new Loosening(
                    mine.withPlace(place.orOnline()),
                    TermsChange.to(MatchingPreferences.ofOnline()),
                    new Text("loosened.online")));
        }
        farther.addAll(upTo(FARTHER_THAN_ONLINE, mine, place));
        return farther;
    }

    private static List<Loosening> upTo(List<Integer> distances, Terms mine, Whereabouts place) {
        return distances.stream()
                .filter(km -> km > place.withinKm())
                .map(km -> new Loosening(
                        mine.withPlace(place.within(km)),
                        TermsChange.to(MatchingPreferences.ofDistance(km)),
                        new Text("loosened.distance", Map.of("km", km))))
                .toList();
    }

    /**
     * The least time that would do, where that is not the time of one alone; else, as with distances, a part of the week,
     * and whole days: so that one answer does not tell when somebody is free.
     */
    private static List<Loosening> ofHours(Terms mine, Collection<Terms> others, int halfHours, Instant now) {
        if (mine.freeTime() == null || mine.timeZone() == null) {
            return List.of();
        }
        ZoneId zone = ZoneId.of(mine.timeZone());
        Week own = Week.read(mine.freeTime());
        Week theirs = Week.around(InCommon.freeTime(others, now), zone, now);
        boolean isOfOne = others.stream().filter(Terms::isTimeKnown).count() < 2;
        // where clocks differ by a quarter of an hour, the first and the last half-hour may count half
        Stream<Week> least =
                isOfOne ? Stream.of() : Stream.of(halfHours, halfHours + 1).map(needed -> own.leastOf(theirs, needed));
        Stream<Week> parts = Week.parts().stream()
                .filter(part -> own.and(part).common(theirs) >= halfHours)
                .map(part -> part.without(own))
                .sorted(Comparator.comparingInt(Week::length));
        return Stream.concat(
                        Stream.concat(least, parts)
                                .filter(added -> !added.isEmpty())
                                .filter(added -> own.and(added).times().size() <= MatchingPreferences.MOST_TIMES)
                                .map(added -> freeAt(own.and(added), mine, also(added))),
                        Stream.of(freeAt(Week.always(), mine, new Text("loosened.any-hours"))))
                .toList();
    }

    private static Text also(Week added) {
        return new Text(
                "loosened.hours",
                Map.of("times", added.times().stream().map(Loosening::written).toList()));
    }

    private static Text written(FreeTime time) {
        return new Text(
                "loosened.hours.time",
                Map.of(
                        "day", Objects.requireNonNull(time.day()),
                        "from", Objects.requireNonNull(time.from()),
                        "to", Objects.requireNonNull(time.to())));
    }

    private static Loosening freeAt(Week week, Terms mine, Text condition) {
        return new Loosening(
                mine.withFreeTime(week.write()), TermsChange.to(MatchingPreferences.ofHours(week.times())), condition);
    }

    /** One tag less, or none. */
    private static List<Loosening> ofKindred(Terms mine) {
        List<Kindred> all = mine.notTheOnlyOneWith();
        Stream<List<Kindred>> oneLess =
                all.size() < 2 ? Stream.of() : all.stream().map(List::of);
        return all.isEmpty()
                ? List.of()
                : Stream.concat(oneLess, Stream.of(all))
                        .map(dropped -> alone(mine, dropped))
                        .toList();
    }

    private static Loosening alone(Terms mine, List<Kindred> dropped) {
        List<Kindred> left = new ArrayList<>(mine.notTheOnlyOneWith());
        left.removeAll(dropped);
        return new Loosening(
                mine.withNotTheOnlyOne(left),
                TermsChange.to(MatchingPreferences.ofKindred(left)),
                new Text(
                        "loosened.only-one",
                        Map.of(
                                "tags",
                                new Text.Either(dropped.stream()
                                        .map(Kindred::tag)
                                        .map(Text::label)
                                        .toList()))));
    }

    private static List<Loosening> ofLanguages(Terms mine, Collection<Terms> others) {
        List<String> spoken = mine.languageList();
        if (spoken.isEmpty() || spoken.size() >= MOST_LANGUAGES) {
            return List.of();
        }
        long said =
                others.stream().filter(other -> !other.languageList().isEmpty()).count();
        return said < 2
                ? List.of()
                : InCommon.languages(others).stream()
                        .map(language -> {
                            List<String> more = Stream.concat(spoken.stream(), Stream.of(language))
                                    .toList();
                            return new Loosening(
                                    mine.withLanguages(more),
                                    new TermsChange(more, null),
                                    new Text("loosened.language", Map.of("language", Locale.forLanguageTag(language))));
                        })
                        .toList();
    }
}

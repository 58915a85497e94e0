package org.coterie.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which terms somebody meets others, for whoever brings people together. Where nothing is said, anything will do.
 *
 * @param handleKey the handle without case, by which they are known across databases
 * @param languages BCP 47 tags, comma-separated, best first; empty where unknown
 * @param company how large a group may be for them
 * @param place where they are, roughly
 * @param notTheOnlyOneWith with which tags they do not want to be the only one
 * @param newCompany whether they would rather meet people with whom they have not been in a group
 */
public record Terms(
        UUID personId,
        String handleKey,
        String languages,
        @Nullable Company company,
        @Nullable Whereabouts place,
        @Nullable String freeTime,
        @Nullable String timeZone,
        List<Kindred> notTheOnlyOneWith,
        boolean newCompany) {

    public Terms {
        notTheOnlyOneWith = List.copyOf(notTheOnlyOneWith);
    }

    /**
     * How large a group may be, they themselves counted.
     *
     * @param least the fewest people, 2 or more
     * @param most the most people, {@code least} to 12
     */
    public record Company(int least, int most) {}

    /** The terms of somebody to whom anything will do. */
    public static Terms none(UUID personId) {
        return new Terms(personId, personId.toString(), "", null, null, null, null, List.of(), false);
    }

    /** How many people a group has at least that suits all of these; 0 where any number does. */
    public static int mostWanted(Collection<Terms> people) {
        return people.stream()
                .flatMap(terms -> Stream.ofNullable(terms.company()))
                .mapToInt(Company::least)
                .max()
                .orElse(0);
    }

    /** The same, but this term is no condition any more; where they are stays as it is. */
    public Terms without(Term term) {
        return switch (term) {
            case GROUP_SIZE -> withCompany(null);
            case DISTANCE -> withPlace(place == null ? null : place.anyhow());
            case HOURS -> withFreeTime(null);
            case LANGUAGES -> withLanguages(List.of());
            case NOT_THE_ONLY_ONE -> withNotTheOnlyOne(List.of());
        };
    }

    /** Which of the terms are a condition. */
    public Set<Term> said() {
        Set<Term> said = EnumSet.allOf(Term.class);
        said.removeIf(term -> without(term).equals(this));
        return said;
    }

    /** The same, but for this term, which is as it is there. */
    public Terms with(Term term, Terms there) {
        return switch (term) {
            case GROUP_SIZE -> withCompany(there.company);
            case DISTANCE -> withPlace(there.place);
            case HOURS -> withFreeTime(there.freeTime);
            case LANGUAGES -> withLanguages(there.languageList());
            case NOT_THE_ONLY_ONE -> withNotTheOnlyOne(there.notTheOnlyOneWith);
        };
    }

    Terms withCompany(@Nullable Company other) {
        return new Terms(
                personId, handleKey, languages, other, place, freeTime, timeZone, notTheOnlyOneWith, newCompany);
    }

    Terms withPlace(@Nullable Whereabouts other) {
        return new Terms(
                personId, handleKey, languages, company, other, freeTime, timeZone, notTheOnlyOneWith, newCompany);
    }

    Terms withFreeTime(@Nullable String other) {
        return new Terms(
                personId, handleKey, languages, company, place, other, timeZone, notTheOnlyOneWith, newCompany);
    }

    Terms withLanguages(List<String> other) {
        return new Terms(
                personId,
                handleKey,
                String.join(",", other),
                company,
                place,
                freeTime,
                timeZone,
                notTheOnlyOneWith,
                newCompany);
    }

    Terms withNotTheOnlyOne(List<Kindred> other) {
        return new Terms(personId, handleKey, languages, company, place, freeTime, timeZone, other, newCompany);
    }

    /** The languages they speak (BCP 47), best first; none where unknown. */
    public List<String> languageList() {
        return languageList(languages);
    }

    /** The same, of languages as they are kept. */
    static List<String> languageList(String languages) {
        return languages.isEmpty() ? List.of() : List.of(languages.split(","));
    }

    /** Whether they have said when they are free. */
    public boolean isTimeKnown() {
        return freeTime != null && timeZone != null;
    }

    /**
     * The quarters of an hour of a week in which they are free, bit 0 from Monday 0:00 UTC on, as their clock stands against
     * UTC at this moment; none where it is unknown.
     */
    public BitSet freeInUtc(Instant now) {
        return freeTime == null || timeZone == null
                ? new BitSet()
                : Week.read(freeTime).inUtc(ZoneId.of(timeZone), now);
    }
}

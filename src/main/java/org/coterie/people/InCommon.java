package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coterie.language.Spoken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What people who sit together have in common beside what they care about, as far as they said.
 *
 * @param languages those that all speak, as {@link Spoken} calls them, who said what they speak
 * @param times when all are free who said when they are; null where fewer than two did, since it would be the time of one
 * @param timeZone by whose clock
 */
@Schema(name = "InCommon", description = "What all of a group have in common, as far as they said.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InCommon(
        @Schema(
                description =
                        "Languages that all of them speak (BCP 47), without script and region; whoever speaks a Norwegian, `nb`"
                                + " or `nn`, speaks `no`.",
                examples = "[\"en\"]")
        List<String> languages,

        @Schema(
                description =
                        "When all of them are free, in whole half-hours by the clock of `timeZone` as it stands today;"
                                + " absent where fewer than two said when they are.",
                examples = "[{\"day\": \"TUESDAY\", \"from\": \"07:30\", \"to\": \"09:00\"}]")
        @Nullable
        List<FreeTime> times,

        @Schema(description = "Yours, or UTC where it is not known; absent without `times`.", examples = "Europe/Oslo")
        @Nullable
        String timeZone) {

    /** What these people have in common, with times by the clock of one who reads it. */
    static InCommon of(Collection<Terms> people, @Nullable String timeZone, Instant now) {
        ZoneId zone = timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        if (people.stream().filter(Terms::isTimeKnown).count() < 2) {
            return new InCommon(languages(people), null, null);
        }
        return new InCommon(
                languages(people),
                Week.within(freeTime(people, now), zone, now).times(),
                timeZone == null ? "UTC" : timeZone);
    }

    /** When all are free who said when they are, be it one alone, in quarters of an hour by the clock of UTC. */
    static BitSet freeTime(Collection<Terms> people, Instant now) {
        BitSet free = Week.always().inUtc(ZoneOffset.UTC, now);
        people.stream().filter(Terms::isTimeKnown).forEach(terms -> free.and(terms.freeInUtc(now)));
        return free;
    }

    /** What all speak of whom it is known; nothing where it is known of nobody. */
    static List<String> languages(Collection<Terms> people) {
        Set<String> common = new LinkedHashSet<>();
        boolean first = true;
        for (Terms terms : people) {
            if (!terms.languages().isEmpty()) {
                List<String> spoken =
                        terms.languageList().stream().map(Spoken::language).toList();
                if (first) {
                    common.addAll(spoken);
                } else {
                    common.retainAll(spoken);
                }
                first = false;
            }
        }
        return List.copyOf(common);
    }
}

package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coterie.problem.Findings;
import org.coterie.tags.TagName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On which terms somebody meets others, as they say it; no group that breaks one is suggested or open to them. */
@Schema(
        name = "MatchingPreferences",
        description =
                "On which terms you meet others: no group that breaks one is formed with you, suggested or open to"
                        + " you. Where you say nothing, anything will do. Of your hours, members of your groups read those that"
                        + " all of you have in common; of the rest nobody sees anything. What would help somebody else into a"
                        + " group may tell them a time, a distance or a language that would do, never whose it is.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchingPreferences(
        @Schema(description = "How large a group may be for you.") @Nullable @Valid
        GroupSize groupSize,

        @Schema(description = """
                        When you are usually free, by the clock of your time zone, which has to be known. A group is \
                        made of people who have at least an hour a week in common, as their clocks stand today; a formation \
                        may ask for more hours, or for none.""") @Nullable @Size(max = MOST_TIMES)
        List<@NotNull @Valid FreeTime> availability,

        @Schema(description = "Where you would meet.") @Nullable @Valid
        Place place,

        @Schema(description = """
                        Tags that you do not want to be the only one with: no group is formed with you, suggested or open to \
                        you in which nobody else holds it too, publicly or for matching only; who does is not told. It \
                        counts while you hold the tag yourself, not `PRIVATE` and not faded; of a tag that you do not hold \
                        it has no effect. An invitation ends once nobody else in the group holds it; in a group that you \
                        have joined you stay. At most 3, of which each counts once however often, and in whatever way, it is written.""", examples = "[\"single-parents\"]") @Nullable
        List<@NotNull String> notTheOnlyOneWith,

        @Schema(description = """
                        Whether a formation keeps you apart from people with whom you have been active in a group, be it over. Where \
                        one of you would be left out by that you are put together again, with those first whom you met longest ago, and \
                        both are told so. It is a wish and no condition: you can still join whom you like. It does not where you have never said so.""", examples = "true") @Nullable
        Boolean newCompany) {

    static final int MOST_TIMES = 50;

    /** How large a group may be, the person counted. */
    @Schema(
            name = "GroupSize",
            description = "How large a group may be for you, yourself counted. The first time, both are needed.")
    record GroupSize(
            @Schema(
                    description =
                            "The fewest people: a proposal with you in it comes about when so many have accepted. A group in which"
                                    + " you take an open place yourself may have fewer still, if it has places for as many.",
                    examples = "3")
            @Nullable
            @Min(2)
            @Max(12)
            Integer min,

            @Schema(description = "The most people, not below `min`.", examples = "5") @Nullable @Min(2) @Max(12)
            Integer max) {}

    /** Where a person would meet. */
    @Schema(
            name = "Place",
            description =
                    "Where you would meet. A group meets in person, and then everybody is within everybody's"
                            + " distance, or online, if that is fine for all. The first time, `latitude` and `longitude` are needed.")
    record Place(
            @Schema(
                    description = "In degrees. Only the middle of a cell of some two by two kilometres is kept.",
                    examples = "59.91")
            @Nullable
            @DecimalMin("-90")
            @DecimalMax("90")
            Double latitude,

            @Schema(description = "In degrees, kept as roughly.", examples = "10.74725")
            @Nullable
            @DecimalMin("-180")
            @DecimalMax("180")
            Double longitude,

            @Schema(
                    description =
                            "How far others may be, in kilometres as the crow flies; 25 where you have never said so.",
                    examples = "25")
            @Nullable
            @Min(1)
            @Max(Whereabouts.FARTHEST_KM)
            Integer withinKm,

            @Schema(
                    description = "Whether you would also meet online; you would not where you have never said so.",
                    examples = "true")
            @Nullable
            Boolean onlineOk) {

        private static final int USUAL_KM = 25;

        static Place of(Whereabouts where) {
            return new Place(where.latitude(), where.longitude(), where.withinKm(), where.onlineOk());
        }

        Whereabouts roughly() {
            return Whereabouts.around(
                    Objects.requireNonNull(latitude),
                    Objects.requireNonNull(longitude),
                    Objects.requireNonNullElse(withinKm, USUAL_KM),
                    Objects.requireNonNullElse(onlineOk, false));
        }
    }

    /** What somebody said, or null where that is nothing. */
    static @Nullable MatchingPreferences of(Person person) {
        Terms terms = person.terms();
        if (terms.company() == null
                && terms.freeTime() == null
                && terms.place() == null
                && terms.notTheOnlyOneWith().isEmpty()
                && !terms.newCompany()) {
            return null;
        }
        return new MatchingPreferences(
                terms.company() == null
                        ? null
                        : new GroupSize(terms.company().least(), terms.company().most()),
                terms.freeTime() == null ? null : Week.read(terms.freeTime()).times(),
                terms.place() == null ? null : Place.of(terms.place()),
                terms.notTheOnlyOneWith().isEmpty()
                        ? null
                        : terms.notTheOnlyOneWith().stream().map(Kindred::tag).toList(),
                terms.newCompany() ? true : null);
    }

    static MatchingPreferences ofSize(Terms.Company company) {
        return new MatchingPreferences(new GroupSize(company.least(), company.most()), null, null, null, null);
    }

    static MatchingPreferences ofHours(List<FreeTime> times) {
        return new MatchingPreferences(null, times, null, null, null);
    }

    static MatchingPreferences ofDistance(int withinKm) {
        return new MatchingPreferences(null, null, new Place(null, null, withinKm, null), null, null);
    }

    static MatchingPreferences ofOnline() {
        return new MatchingPreferences(null, null, new Place(null, null, null, true), null, null);
    }

    static MatchingPreferences ofKindred(List<Kindred> left) {
        return new MatchingPreferences(
                null, null, null, left.stream().map(Kindred::tag).toList(), null);
    }

    /** These parts, and those of the other that are none of these. */
    MatchingPreferences and(MatchingPreferences other) {
        return new MatchingPreferences(
                groupSize == null ? other.groupSize : groupSize,
                availability == null ? other.availability : availability,
                place == null ? other.place : place,
                notTheOnlyOneWith == null ? other.notTheOnlyOneWith : notTheOnlyOneWith,
                newCompany == null ? other.newCompany : newCompany);
    }

    /** Adds what is wrong beyond what each part says for itself. */
    void check(Findings findings, @Nullable String timeZone) {
        if (groupSize != null) {
            expect(groupSize.min, "/matching/groupSize/min", findings);
            expect(groupSize.max, "/matching/groupSize/max", findings);
            if (groupSize.min != null && groupSize.max != null && groupSize.min > groupSize.max) {
                findings.add("/matching/groupSize/max", "out-of-range.least", Map.of("least", groupSize.min));
            }
        }
        if (place != null) {
            expect(place.latitude, "/matching/place/latitude", findings);
            expect(place.longitude, "/matching/place/longitude", findings);
        }
        List<FreeTime> times = times();
        for (int i = 0; i < times.size(); i++) {
            FreeTime time = times.get(i);
            if (time != null) {
                String pointer = "/matching/availability/" + i;
                expect(time.day(), pointer + "/day", findings);
                expect(time.from(), pointer + "/from", findings);
                expect(time.to(), pointer + "/to", findings);
                if (!time.beginsBeforeItEnds()) {
                    findings.add(pointer + "/to", "out-of-range.ends-first");
                }
            }
        }
        List<String> tags = kindred();
        List<TagName> names = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i);
            if (tag != null) {
                findings.read("/matching/notTheOnlyOneWith/" + i, () -> TagName.of(tag))
                        .ifPresent(names::add);
            }
        }
        if (Kindred.tooMany(names)) {
            findings.add("/matching/notTheOnlyOneWith", "wrong-size.entries", Map.of("least", 0, "most", Kindred.MOST));
        }
        if (!times.isEmpty() && timeZone == null) {
            findings.add("/timeZone", "required.time-zone");
        }
    }

    /** A part that is needed once the whole is said; a merge patch may leave it as it was, so no schema requires it. */
    private static void expect(@Nullable Object part, String pointer, Findings findings) {
        if (part == null) {
            findings.add(pointer, "required");
        }
    }

    /** With which tags they do not want to be the only one, as written. */
    List<String> kindred() {
        return notTheOnlyOneWith == null ? List.of() : notTheOnlyOneWith;
    }

    /** When they are free; empty where that was not said. */
    List<FreeTime> times() {
        return availability == null ? List.of() : availability;
    }
}

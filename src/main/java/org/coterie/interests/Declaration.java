package org.coterie.interests;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.coterie.problem.Checked;
import org.coterie.problem.Fault;
import org.coterie.problem.Findings;
import org.coterie.problem.PlainLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody cares about a tag that is named elsewhere. */
@Schema(
        name = "Declaration",
        description =
                "How you care about a tag; may be empty. What else is read of it may be sent, too, and changes nothing.")
@JsonIgnoreProperties({"tag", "label", "expressedAt", "matchesUntil", "othersWrite"})
record Declaration(
        @Schema(
                description =
                        "Whether you share, offer or seek it. `SHARE` where you do not say, but as it was where you say nothing at all.",
                examples = "OFFER")
        @Nullable
        Stance stance,

        @Schema(
                description =
                        "How much you care, 1 to 5. 3 where you do not say, but as it was where you say nothing at all.",
                examples = "4")
        @Nullable
        @Min(1)
        @Max(5)
        Integer strength,

        @Schema(
                description = "Who learns of it. Where you do not say, as it was, and `PUBLIC` the first time.",
                examples = "PUBLIC")
        @Nullable
        Visibility visibility,

        @Schema(
                description = "When it is over; fades by itself where absent. Not in the past.",
                examples = "2030-01-01T00:00:00Z")
        @Nullable
        Instant until,

        @Schema(description = "Why you care, for those you are proposed with.", examples = "I can show how.")
        @Nullable
        @Size(max = 280)
        String why)
        implements Checked {

    /** RFC 3339 writes years with four digits. */
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    static final Declaration PLAIN = new Declaration(null, null, null, null, null);

    /** Of what is said of two tags that have become one, the heavier counts. */
    static final Comparator<Declaration> WEIGHTIER = Comparator.<Declaration>comparingInt(
                    how -> how.effectiveVisibility().openness())
            .thenComparing(Declaration::effectiveStrength);

    static Declaration of(NewInterest interest) {
        return new Declaration(
                interest.stance(), interest.strength(), interest.visibility(), interest.until(), interest.why());
    }

    /**
     * The same of somebody who has said it before: who says nothing more says it again as it was, and what was not public stays
     * so unless they say otherwise.
     */
    Declaration after(Interest before, Instant now) {
        if (!equals(PLAIN)) {
            return new Declaration(stance, strength, visibility == null ? before.visibility : visibility, until, why);
        }
        Instant end = before.untilAt != null && before.untilAt.isAfter(now) ? before.untilAt : null;
        return new Declaration(before.stance, (int) before.strength, before.visibility, end, before.why);
    }

    /** What this does not say is as it was before. */
    Declaration over(Declaration before) {
        return new Declaration(
                stance == null ? before.stance : stance,
                strength == null ? before.strength : strength,
                visibility == null ? before.visibility : visibility,
                until == null ? before.until : until,
                why == null ? before.why : why);
    }

    Declaration endless() {
        return new Declaration(stance, strength, visibility, null, why);
    }

    Stance effectiveStance() {
        return stance == null ? Stance.SHARE : stance;
    }

    int effectiveStrength() {
        return strength == null ? 3 : strength;
    }

    Visibility effectiveVisibility() {
        return visibility == null ? Visibility.PUBLIC : visibility;
    }

    /** Without what would make it read as something else; null where nothing to be read is left. */
    @Nullable
    String effectiveWhy() {
        String told = why == null ? "" : PlainLine.harmless(why);
        return told.isBlank() ? null : told;
    }

    @Override
    public void check(Findings findings, Instant now) {
        findings.add(faults(""));
    }

    /** What is wrong with it, said at some time; {@code pointer} leads to it. */
    List<Fault> faults(String pointer, Instant saidAt) {
        return until == null || until.isAfter(saidAt)
                ? faults(pointer)
                : List.of(new Fault(pointer + "/until", "in-the-past"));
    }

    /** What is wrong with it, whenever it was said; {@code pointer} leads to it. */
    List<Fault> faults(String pointer) {
        return until == null || until.isBefore(YEAR_10000)
                ? List.of()
                : List.of(new Fault(pointer + "/until", "out-of-range.after-9999"));
    }
}

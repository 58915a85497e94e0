package org.coterie.formation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.freshness.Beside;
import org.coterie.groups.ReasonView;
import org.coterie.language.Text;
import org.coterie.paging.LongWork;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A formation as it travels; what is not known yet is absent. */
@Schema(name = "Formation", description = "One run over everybody. What is not known yet is absent.")
public record FormationView(
        @Schema(description = "Names the formation.", examples = "0192f1c0-1a2b-7c3d-8e4f-5a6b7c8d9e0f")
        UUID id,

        @Schema(description = "`QUEUED`, `RUNNING`, then `SUCCEEDED`, `FAILED` or `CANCELLED`.", examples = "SUCCEEDED")
        FormationState state,

        @Schema(description = "How much of the work is done, 0 to 1.", examples = "1") @Beside
        double progress,

        @Schema(
                description = "By which method: `purpose-first` finds the purposes that more people share than chance"
                        + " explains, seats around each those who gain most and may meet, and lets people move until nobody"
                        + " wants to. The other parameters are those that were asked for.",
                examples = "purpose-first")
        String algorithm,

        @Schema(
                description =
                        "Which version of the method: the same people, parameters and seed come to the same groups in"
                                + " the same version.",
                examples = "2")
        String algorithmVersion,

        @Schema(description = "The fewest people in a group, as asked for.", examples = "3")
        int minSize,

        @Schema(description = "The most people in a group, as asked for.", examples = "8")
        int maxSize,

        @Schema(description = "The most groups one person is placed in, as asked for.", examples = "2")
        int groupsPerPerson,

        @Schema(
                description =
                        "The fewest hours of a week that all members of a group have free in common, as far as known.",
                examples = "1")
        int commonHours,

        @Schema(description = "Decided between what was equally good.", examples = "1")
        long seed,

        @Schema(description = "Whether proposals went on where they still fit.", examples = "false")
        boolean keepProposals,

        @Schema(description = "Whether those came first who had been left out.", examples = "false")
        boolean leftOutFirst,

        @Schema(description = "Whether those were kept apart who had been in a group together.", examples = "false")
        boolean newCompany,

        @Schema(
                description = "Whether tags that mean nearly the same counted in part for each other.",
                examples = "true")
        boolean nearTags,

        @Schema(description = "Whether nothing was changed.", examples = "false")
        boolean dryRun,

        @Schema(description = "How many people there were.", examples = "1010") @Nullable
        Integer people,

        @Schema(
                description = "How many of them are in a group, or invited to one, when it has ended.",
                examples = "987")
        @Nullable
        Integer placed,

        @Schema(
                description = "How many groups came out: new ones and, of those that nobody had answered, the ones that"
                        + " still fit.",
                examples = "214")
        @Nullable
        Integer groups,

        @Schema(
                description = "How many of these groups there were before: they keep their id, and whoever still fits.",
                examples = "180")
        @Nullable
        Integer kept,

        @Schema(
                description = "Which places in groups that nobody had answered were given up, by why. Whoever has"
                        + " answered is never moved.")
        @Nullable
        List<Moved> moved,

        @Schema(
                description =
                        "How many places are beside somebody whom their owner had been in a group with before, because"
                                + " somebody would have been left out otherwise; 0 unless `newCompany` is asked for, or wished by people.",
                examples = "2")
        @Nullable
        Integer metAgain,

        @Schema(description = "How long it took.") @Nullable Millis millis,

        @Schema(description = "How good it turned out, each figure 0 to 1 and 1 best.") @Nullable
        Quality quality,

        @Schema(description = "When it was asked for.", examples = "2026-01-01T12:00:00Z")
        Instant requestedAt,

        @Schema(description = "When its turn came.", examples = "2026-01-01T12:00:00Z") @Nullable
        Instant startedAt,

        @Schema(description = "When it ended, well or not.", examples = "2026-01-01T12:00:03Z") @Nullable
        Instant finishedAt,

        @Schema(
                implementation = String.class,
                description = "Why it failed, in one sentence; absent where it did not.",
                examples =
                        "The server that ran it, or its database, stopped before it was finished; nothing of it was stored.")
        @Nullable
        @Beside
        Text failure)
        implements LongWork {

    @Override
    public boolean over() {
        return state.isFinished();
    }

    /** Places given up for one reason. */
    @Schema(name = "MovedPlaces", description = "Places in groups that nobody had answered, given up for one reason.")
    public record Moved(
            @Schema(description = "Why.", examples = "INTEREST")
            Because because,

            @Schema(description = "How many places, 1 or more.", examples = "3")
            int places) {

        /** Why somebody does not stay in a proposal. */
        @Schema(
                name = "MovedBecause",
                description =
                        "`INTEREST`: they no longer care enough about what the group is for. `ROOM`: they are in as"
                                + " many groups as one person may be, or the group is larger than asked for. `COMPANY`: they and"
                                + " the others cannot meet: a block, hours, a place, a language, the group's size, or nobody"
                                + " offers what they seek. `GROUP`: too few were left.")
        public enum Because {
            /** They no longer care enough about what the group is for. */
            INTEREST,
            /** They are in as many groups as one person may be, or the group is larger than asked for. */
            ROOM,
            /** They and the others cannot meet. */
            COMPANY,
            /** Too few were left. */
            GROUP
        }
    }

    /** How long each part took, in milliseconds. */
    @Schema(name = "FormationMillis", description = "How long each part took, in milliseconds.")
    public record Millis(
            @Schema(description = "Reading people, interests, blocks and seats.", examples = "180")
            long load,

            @Schema(description = "Finding purposes and seating people.", examples = "420")
            long match,

            @Schema(description = "Writing groups and invitations; absent after a dry run.", examples = "310") @Nullable
            Long store) {}

    /** How good it turned out. */
    @Schema(name = "FormationQuality", description = "How good it turned out, each figure 0 to 1 and 1 best.")
    public record Quality(
            @Schema(
                    description = "People in a group, among those with an interest and room for a group.",
                    examples = "0.97")
            double coverage,

            @Schema(description = "Mean affinity of people and the purposes of their groups.", examples = "0.61")
            double meanAffinity,

            @Schema(description = "Share of people who would not rather be in another open group.", examples = "0.99")
            double stability,

            @Schema(
                    description = "Share of groups in which every stated tag is carried by 60 % of the members.",
                    examples = "1")
            double purity) {

        public Quality {
            coverage = ReasonView.rounded(coverage);
            meanAffinity = ReasonView.rounded(meanAffinity);
            stability = ReasonView.rounded(stability);
            purity = ReasonView.rounded(purity);
        }
    }

    static FormationView of(Formation formation) {
        return new FormationView(
                formation.id,
                formation.state,
                Math.round(1_000 * formation.progress) / 1_000.0,
                formation.algorithm,
                formation.algorithmVersion,
                formation.minSize,
                formation.maxSize,
                formation.groupsPerPerson,
                formation.commonHours,
                formation.seed,
                formation.keepProposals,
                formation.leftOutFirst,
                formation.newCompany,
                formation.nearTags,
                formation.dryRun,
                formation.people,
                formation.placed,
                formation.groupsFormed,
                formation.groupsKept,
                movedOf(formation.moved),
                formation.metAgain,
                millisOf(formation),
                qualityOf(formation),
                formation.requestedAt,
                formation.startedAt,
                formation.finishedAt,
                formation.failure == null ? null : new Text(formation.failure));
    }

    private static @Nullable List<Moved> movedOf(@Nullable MovedPlaces places) {
        if (places == null || places.movedInterest == null) {
            return null;
        }
        return Stream.of(
                        moved(Moved.Because.INTEREST, places.movedInterest),
                        moved(Moved.Because.ROOM, places.movedRoom),
                        moved(Moved.Because.COMPANY, places.movedCompany),
                        moved(Moved.Because.GROUP, places.movedGroup))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Moved> moved(Moved.Because because, @Nullable Integer places) {
        return places == null || places == 0 ? Stream.empty() : Stream.of(new Moved(because, places));
    }

    private static @Nullable Millis millisOf(Formation formation) {
        return formation.loadMillis == null || formation.matchMillis == null
                ? null
                : new Millis(formation.loadMillis, formation.matchMillis, formation.storeMillis);
    }

    private static @Nullable Quality qualityOf(Formation formation) {
        return formation.coverage == null
                        || formation.meanAffinity == null
                        || formation.stability == null
                        || formation.purity == null
                ? null
                : new Quality(formation.coverage, formation.meanAffinity, formation.stability, formation.purity);
    }
}

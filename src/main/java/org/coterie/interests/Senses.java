package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.interests.HolderIndex.Held;
import org.coterie.tags.NearWords;

/**
 * What somebody means by a word that has several senses: the rest of what they care about tells. The holders of a tag keep
 * company with other tags, those of {@code python} with {@code numpy} or with {@code terrariums}. Whose other tags are clearly
 * closer to the company of their own tag than to that of a near one means something else by it.
 *
 * <p>Only what is held in public counts. Nothing is told where fewer than three others hold either tag beside something else,
 * or the person holds fewer than two other tags. From memory, see {@link org.coterie.live.Live#catchUp}.
 */
@ApplicationScoped
public class Senses {

    private static final int FEWEST_HOLDERS = 3;
    private static final int FEWEST_OTHER_TAGS = 2;

    /** Where somebody waits for the answer, so many who said a tag last stand for all. */
    private static final int LATEST = 50;

    /** By how much somebody is clearly closer: fitted on people whose tags are known, see {@code src/docs/figures.md}. */
    static final double CLEARLY = 0.03;

    private final Clock clock;
    private final LiveHoldings holdings;
    private final NearWords nearWords;

    Senses(Clock clock, LiveHoldings holdings, NearWords nearWords) {
        this.clock = clock;
        this.holdings = holdings;
        this.nearWords = nearWords;
    }

    /** People as they are at this moment, for some questions that belong together. */
    public Look look() {
        return new Look(LATEST);
    }

    /**
     * Hands over everybody who means something else by a tag that they hold in public than by one near it, whatever the order
     * in which people came.
     *
     * @param near for each tag those near it
     */
    public void each(Map<UUID, ? extends Collection<UUID>> near, OtherSenseSink sink) {
        near.forEach((held, others) -> {
            var look = new Look(Integer.MAX_VALUE);
            for (UUID personId : look.surroundingsOf(held).people()) {
                for (UUID other : others) {
                    if (look.isOtherSense(personId, held, other)) {
                        sink.accept(personId, held, other);
                    }
                }
            }
        });
    }

    /** People at one moment. Not thread-safe. */
    public final class Look {

        private final int most;
        private final Instant now = clock.instant();
        private final Map<UUID, Surroundings> surroundings = new HashMap<>();

        private Look(int most) {
            this.most = most;
        }

        /** Whether somebody means something else by a tag than by one near it. */
        public boolean isOtherSense(UUID personId, UUID held, UUID near) {
            return sense(personId, held, near) > 0;
        }

        /**
         * What the rest of somebody's tags says of what they mean by one.
         *
         * @return 1 for something else than a near one, -1 for just that, 0 for neither
         */
        int sense(UUID personId, UUID held, UUID near) {
            Surroundings own = surroundingsOf(held);
            Surroundings other = surroundingsOf(near);
            if (own.others(personId) < FEWEST_HOLDERS || other.others(personId) < FEWEST_HOLDERS) {
                return 0;
            }
            float[] words = Surroundings.direction(Stream.of(held, near)
                    .flatMap(tag -> nearWords.meaning(tag).stream())
                    .toList());
            double closer = rest(openTags(personId), held)
                    .map(rest -> own.closeness(personId, rest, words) - other.closeness(personId, rest, words))
                    .orElse(0.0);
            return Math.abs(closer) < CLEARLY ? 0 : (int) Math.signum(closer);
        }

        /**
         * How many of those who hold a tag mean the same by one near it, 0 to 1; a few who may do are counted in, so that where
         * nothing is known all do.
         */
        double agreement(UUID held, UUID near) {
            Surroundings company = surroundingsOf(held);
            long others = company.people().stream()
                    .filter(personId -> isOtherSense(personId, held, near))
                    .count();
            return 1 - (double) others / (company.people().size() + FEWEST_HOLDERS);
        }

        private Surroundings surroundingsOf(UUID tag) {
            return surroundings.computeIfAbsent(tag, first -> {
                var company = new Surroundings();
                List<UUID> holders = holdings.index().holders(tag, most, now);
                // of fewer nothing is told, whatever they hold besides
                for (UUID personId : holders.size() < FEWEST_HOLDERS ? List.<UUID>of() : holders) {
                    List<UUID> open = openTags(personId);
                    if (open.contains(tag)) {
                        rest(open, tag).ifPresent(rest -> company.add(personId, rest));
                    }
                }
                return company;
            });
        }

        private List<UUID> openTags(UUID personId) {
            return holdings.index().of(personId, now).stream()
                    .filter(held -> !held.matchOnly())
                    .map(Held::tagId)
                    .toList();
        }

        /** The direction of somebody's other tags, if they are enough. */
        private Optional<float[]> rest(List<UUID> open, UUID tag) {
            List<float[]> meanings = open.stream()
                    .filter(other -> !other.equals(tag))
                    .flatMap(other -> nearWords.meaning(other).stream())
                    .toList();
            return meanings.size() < FEWEST_OTHER_TAGS
                    ? Optional.empty()
                    : Optional.of(Surroundings.direction(meanings));
        }
    }
}

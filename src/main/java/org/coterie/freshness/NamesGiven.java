package org.coterie.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.coterie.freshness.Unchanged.Question;

/** By which names answers have gone out lately from this process; never the truth, and what is not here is put together. */
@ApplicationScoped
class NamesGiven {

    private static final int MOST_BYTES = 8_000_000;

    /** With the places that it takes in the cache, and what its name takes. */
    private static final int BYTES_OF_ONE = 600;

    private final Cache<Question, Name> names = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Name name) -> BYTES_OF_ONE
                    + question.request().stream()
                            .filter(Objects::nonNull)
                            .mapToInt(String::length)
                            .sum())
            .expireAfterWrite(Unchanged.LASTS)
            .build();

    /**
     * The name of an answer.
     *
     * @param heard how many changes this process had heard of before it was put together
     * @param from when it was asked for
     */
    record Name(String tag, long heard, Instant from) {

        boolean holds(long heardNow, Instant now) {
            return heard == heardNow && !now.isBefore(from) && now.isBefore(from.plus(Unchanged.LASTS));
        }
    }

    Optional<Name> to(Question question) {
        return Optional.ofNullable(names.getIfPresent(question));
    }

    void keep(Question question, Name name) {
        names.put(question, name);
    }
}

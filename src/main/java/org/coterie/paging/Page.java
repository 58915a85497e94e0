package org.coterie.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in an order that inserts do not disturb.
 *
 * @param items at most as many as were asked for
 * @param nextCursor where the next page begins; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @Schema(description = "The rows of this page.") List<T> items,

        @Schema(description = "Pass it as `cursor` to read on; absent on the last page.", examples = "MDE5MmY")
        @Nullable
        String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** All of a list that is known to be short. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * A page out of rows that were read one beyond the limit, to learn whether there is more.
     *
     * @param rows up to {@code limit + 1} rows, in order
     * @param position what the order is by; the last row's becomes the cursor
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, String> position) {
        if (rows.size() <= limit) {
            return whole(rows);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, position.apply(items.get(limit - 1)));
    }

    /** The same page, each row seen otherwise. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
    }

    /** The same page, each row seen otherwise or, where it is gone meanwhile, not at all; what follows is the same. */
    public <R> Page<R> mapKnown(Function<? super T, Optional<R>> view) {
        return new Page<>(
                items.stream().flatMap(row -> view.apply(row).stream()).toList(), nextCursor);
    }
}

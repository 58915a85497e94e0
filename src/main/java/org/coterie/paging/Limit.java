package org.coterie.paging;

import java.util.Map;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How many of something are asked for. */
public final class Limit {

    private Limit() {}

    /**
     * Reads the parameter {@code limit}.
     *
     * @param few where nothing is asked
     * @throws Problem INVALID unless it is a number from 1 to {@code many}
     */
    public static int parse(@Nullable String limit, int few, int many) {
        if (limit == null) {
            return few;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= many) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(many);
        }
        throw outOfRange(many);
    }

    private static Problem outOfRange(int many) {
        return Problem.invalidParameter("limit", "out-of-range", Map.of("least", 1, "most", Integer.toString(many)));
    }
}

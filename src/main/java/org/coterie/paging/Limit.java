package org.coterie.paging;

import java.util.Map;
import java.util.regex.Pattern;
import org.coterie.problem.Problem;
import org.jspecify.annotations.Nullable;

/** How many of something are asked for. */
public final class Limit {

    /** As it is written in JSON: other digits, a plus, spaces, or zeros in front are no part of it. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** More digits than any limit has. */
    private static final int LONG = 9;

    private Limit() {}

    /**
     * Reads the parameter {@code limit}.
     *
     * @param few where nothing is asked
     * @throws Problem INVALID unless it is a number from 1 to {@code many}
     */
    public static int parse(@Nullable String limit, int few, int many) {
        if (limit == null || limit.isEmpty()) {
            return few;
        }
        if (!NUMBER.matcher(limit).matches()) {
            throw Problem.invalidParameter("limit", "wrong-type.number");
        }
        int wanted = limit.length() > LONG ? 0 : Integer.parseInt(limit);
        if (wanted < 1 || wanted > many) {
            throw Problem.invalidParameter("limit", "out-of-range", Map.of("least", 1, "most", Integer.toString(many)));
        }
        return wanted;
    }
}

package org.coterie.paging;

import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a resource takes it as its {@code @BeanParam}. */
public class PageRequest {

    private static final int FEW = 20;
    private static final int MANY = 100;

    /** Parameters that say which part of a list is asked for, and not which list. */
    static final Set<String> PART = Set.of("limit", "cursor", "after");

    /** How many are read at once where all are wanted. */
    private static final int PORTION = 500;

    @Parameter(
            description = "How many rows at most, 1 to 100.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"),
            example = "20")
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(
            description =
                    "Where to read on: the `nextCursor` of the page before, of the same list asked for in the same way.")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    @Inject
    @Nullable
    CursorSeal seal;

    @Context
    @Nullable
    UriInfo address;

    /** Where the next portion of a whole list begins; nothing was sealed on the way there. */
    @Nullable
    private String position;

    /** Asks for what follows after this position, however much is wanted at a time. */
    PageRequest continuedAfter(String reached) {
        var next = new PageRequest();
        next.position = reached;
        return next;
    }

    /** 1 to 100; 20 where nothing is asked. */
    public int limit() {
        return position == null ? Limit.parse(limit, FEW, MANY) : PORTION;
    }

    /** For lists ordered by a name. */
    public Optional<String> after() {
        if (position != null) {
            return Optional.of(position);
        }
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Objects.requireNonNull(seal).open(Objects.requireNonNull(address), cursor));
    }

    /** For lists ordered by id. */
    public Optional<UUID> afterId() {
        return after().map(UUID::fromString);
    }
}

package org.coterie.paging;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a resource takes it as its {@code @BeanParam}. */
public class PageRequest {

    private static final int FEW = 20;
    private static final int MANY = 100;

    @Parameter(
            description = "How many rows at most, 1 to 100.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"),
            example = "20")
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(description = "Where to read on: the `nextCursor` of the page before.")
    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** 1 to 100; 20 where nothing is asked. */
    public int limit() {
        return Limit.parse(limit, FEW, MANY);
    }

    /** For lists ordered by a name. */
    public Optional<String> after() {
        return Cursor.parse(cursor).map(Cursor::position);
    }

    /** For lists ordered by id. */
    public Optional<UUID> afterId() {
        return Cursor.parseId(cursor);
    }
}

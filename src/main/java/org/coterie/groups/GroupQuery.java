package org.coterie.groups;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coterie.language.Text;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which groups are asked for, as it comes in the query of a request. */
public class GroupQuery {

    @Parameter(
            description =
                    "Only groups with this tag in their purpose, in whatever writing; a tag that is shown to fellow"
                            + " holders alone is not looked at.",
            example = "Repair Café")
    @QueryParam("tag")
    @Nullable
    String tag;

    @Parameter(
            description = "Only groups in this state. Without `state` and `formation`, closed ones are left out.",
            schema = @Schema(implementation = GroupState.class),
            example = "PROPOSED")
    @QueryParam("state")
    @Nullable
    String state;

    @Parameter(
            description = "Only groups from this formation, closed ones too.",
            // in the schema: as the parameter's own example Swagger UI would ask for a formation that is not there
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            format = "uuid",
                            examples = "0192f1c0-1a2b-7c3d-8e4f-5a6b7c8d9e0f"))
    @QueryParam("formation")
    @Nullable
    String formation;

    @Parameter(
            description = "`members`: each group with its members, where you may see them.",
            schema = @Schema(type = SchemaType.STRING, enumeration = "members"),
            example = "members")
    @QueryParam("expand")
    @Nullable
    String expand;

    Optional<String> tag() {
        return Optional.ofNullable(tag).filter(written -> !written.isEmpty());
    }

    @Nullable
    GroupState state() {
        if (state == null || state.isEmpty()) {
            return null;
        }
        try {
            return GroupState.valueOf(state);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(
                    "state", "unknown-value", Map.of("values", new Text.Either(List.of(GroupState.values()))));
        }
    }

    @Nullable
    UUID formation() {
        if (formation == null || formation.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(formation);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("formation", "wrong-format.id");
        }
    }

    boolean withMembers() {
        if (expand == null || expand.isEmpty()) {
            return false;
        }
        if (expand.equals("members")) {
            return true;
        }
        throw Problem.invalidParameter("expand", "unknown-value", Map.of("values", "members"));
    }
}

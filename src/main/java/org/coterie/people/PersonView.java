package org.coterie.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as other people see them. */
@Schema(name = "Person", description = "Somebody who has joined, as others see them.")
public record PersonView(
        @Schema(
                description = "Random; tells nothing about when they joined.",
                examples = "7c9e6679-7425-40de-944b-e07fc1f90ae7")
        UUID id,

        @Schema(description = "The name that is theirs alone.", examples = "ada")
        String handle,

        @Schema(description = "The name they show.", examples = "Ada")
        String displayName,

        @Schema(description = "Languages they speak, best first (BCP 47).", examples = "[\"en\"]")
        List<String> languages) {

    /** What {@link #read} takes, of some people. */
    static final String SELECT = "select id, handle, display_name, languages from person where id = any (?)";

    static PersonView read(ResultSet row) throws SQLException {
        return new PersonView(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), Terms.languageList(row.getString(4)));
    }

    static PersonView of(Person person) {
        return new PersonView(person.id, person.handle, person.displayName, person.languageList());
    }
}

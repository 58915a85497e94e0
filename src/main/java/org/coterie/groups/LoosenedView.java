package org.coterie.groups;

import java.util.List;
import java.util.UUID;
import org.coterie.language.Text;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that gave way so that nobody was left out, as those read it whom it concerns. */
@Schema(name = "LoosenedRule", description = "A rule that gave way so that nobody was left without a group.")
record LoosenedView(
        @Schema(description = "Which rule.", examples = "NEW_COMPANY")
        Rule rule,

        @Schema(
                description = "Beside whom in this group it gave way.",
                examples = "[\"c3a7e9d2-1f5b-4c84-b6e0-8d2f4a9c7b13\"]")
        List<UUID> with,

        @Schema(
                implementation = String.class,
                description = "The same in a sentence.",
                examples =
                        "You have been in a group with Hedy before: otherwise somebody would have been left without one.")
        Text sentence) {

    /** A rule that gives way. */
    @Schema(
            name = "SoftRule",
            description = "`NEW_COMPANY`: people who have been in a group together are not put together again.")
    enum Rule {
        /** People who have been in a group together are not put together again. */
        NEW_COMPANY
    }

    static LoosenedView newCompany(List<PersonView> met) {
        return new LoosenedView(
                Rule.NEW_COMPANY, met.stream().map(PersonView::id).toList(), Sentence.toYouWhoMeetAgain(met));
    }
}

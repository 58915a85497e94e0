package org.coterie.formation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.coterie.groups.GroupView;
import org.coterie.groups.ReasonView;
import org.coterie.language.Text;
import org.coterie.people.PersonView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What suits a person right now: few, best first, each with its reasons. */
@Schema(name = "Suggestions", description = "What suits you right now: few, best first, each with its reasons.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionsView(
        @Schema(description = "Groups: those that invite you first, then those with an open place for you.")
        List<SuggestedGroup> groups,

        @Schema(description = "People who care about the same, and are in no group with you.")
        List<SuggestedPerson> people,

        @Schema(
                description =
                        "What is missing for a group that is not there yet; absent where you are in one, where nothing of"
                                + " yours is that rare, where nobody who came would help, and for thirty days for what you have said no to.")
        @Nullable
        Waiting waiting) {

    public SuggestionsView {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    static SuggestionsView none() {
        return new SuggestionsView(List.of(), List.of(), null);
    }

    /** A group that invites the person, or has room for them. */
    @Schema(name = "SuggestedGroup", description = "A group that invites you, or has an open place for you.")
    public record SuggestedGroup(
            @Schema(description = "The group.") GroupView group,

            @Schema(
                    description = "Whether it waits for your answer; else you may take an open place.",
                    examples = "true")
            boolean invited,

            @Schema(description = "How well it fits what you care about, 0 to 1.", examples = "0.83")
            double affinity,

            @Schema(description = "The parts of the affinity; they sum to it.")
            List<ReasonView> because,

            @Schema(
                    implementation = String.class,
                    description = "Why, in one sentence.",
                    examples =
                            "You care about Repair Café, and this group is about it; only 12 of 480 people here name it openly.")
            Text sentence) {

        public SuggestedGroup {
            affinity = ReasonView.rounded(affinity);
            because = List.copyOf(because);
        }
    }

    /** Somebody who cares about the same. */
    @Schema(name = "SuggestedPerson", description = "Somebody who cares about the same.")
    public record SuggestedPerson(
            @Schema(description = "Who it is.", examples = """
                            {"id": "1b4e28ba-2fa1-41d2-883f-9c16d3cca427", "handle": "grace", "displayName": "Grace", "languages": ["en"]}""")
            PersonView person,

            @Schema(
                    description = "How much of what you care about they share, rare tags first, 0 to 1.",
                    examples = "0.83")
            double affinity,

            @Schema(description = "The parts of the affinity; they sum to it.")
            List<ReasonView> because,

            @Schema(
                    implementation = String.class,
                    description = "Why, in one sentence.",
                    examples = "You and Grace both care about Repair Café; only 12 of 480 people here name it openly.")
            Text sentence) {

        public SuggestedPerson {
            affinity = ReasonView.rounded(affinity);
            because = List.copyOf(because);
        }
    }

    /** How near the next group is. Names nobody. */
    @Schema(
            name = "Waiting",
            description = "How near the next group is. It counts who says so openly, and names nobody.")
    public record Waiting(
            @Schema(description = "How many others, in no group, wait for the same.", examples = "1")
            int people,

            @Schema(
                    description = "How many more a group needs, you included in it; whoever comes may find one with"
                            + " others first. 0 while groups are being formed and you are enough.",
                    examples = "1")
            int missing,

            @Schema(description = "The tag that is nearest to a group.", examples = "[\"repair-cafe\"]")
            List<String> tags,

            @Schema(
                    implementation = String.class,
                    description = "The same in one sentence.",
                    examples = "1 other person openly waits for a group about Repair Café; 1 more is needed.")
            Text sentence) {

        public Waiting {
            tags = List.copyOf(tags);
        }
    }
}

package org.coterie.formation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.coterie.people.MeView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an app shows first. */
@Schema(name = "Home", description = "What an app shows first, in one answer.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HomeView(
        @Schema(description = "Yourself.") MeView me,

        @Schema(
                description =
                        "Groups that wait for your answer, oldest first, at most 3; `GET /v1/people/me/groups` has all.",
                maxItems = HomeView.INVITATIONS)
        List<GroupCard> invitations,

        @Schema(
                description = "Groups that you are active in, oldest first, at most 5.",
                maxItems = HomeView.GROUPS,
                examples = """
                        [{"groupId": "0192f1c0-2b3c-7d4e-9f5a-6b7c8d9e0f1a", "name": "Sundials", "tags": ["sundials"], "labels": ["Sundials"], \
                        "state": "ACTIVE", "memberCount": 4, "activeCount": 3, "minSize": 3, "affinity": 0.71, \
                        "sentence": "You share Sundials with this group."}]""")
        List<GroupCard> groups,

        @Schema(
                description =
                        "Groups with an open place for you, best first, at most 3; `GET /v1/people/me/suggestions` has more.",
                maxItems = HomeView.SUGGESTIONS,
                examples = """
                        [{"groupId": "0192f1c0-8091-7d93-8eaf-1a2b3c4d5e6f", "name": "Sourdough and Rye", \
                        "tags": ["sourdough", "rye"], "labels": ["Sourdough", "Rye"], "state": "ACTIVE", "memberCount": 3, "activeCount": 3, "minSize": 3, \
                        "affinity": 0.42, "sentence": "You care about Sourdough, and this group is about it; only 9 of 480 people here name it openly."}]""")
        List<GroupCard> suggestedGroups,

        @Schema(description = "People who care about the same, best first, at most 3.", maxItems = HomeView.SUGGESTIONS)
        List<PersonCard> suggestedPeople,

        @Schema(
                description =
                        "What is missing for a group that is not there yet; absent where nothing of yours is that rare.")
        SuggestionsView.@Nullable Waiting waiting,

        @Schema(
                description =
                        "The last event that all of this knows of: follow from here, with `GET /v1/events/stream?after=`;"
                                + " absent where nothing has happened that is still kept.",
                examples = "0192f1c0-9d8c-7b6a-8f5e-4d3c2b1a0f9e")
        @Nullable
        UUID lastEventId) {

    static final int INVITATIONS = 3;
    static final int GROUPS = 5;
    static final int SUGGESTIONS = 3;

    HomeView {
        invitations = List.copyOf(invitations);
        groups = List.copyOf(groups);
        suggestedGroups = List.copyOf(suggestedGroups);
        suggestedPeople = List.copyOf(suggestedPeople);
    }
}

package org.coterie.formation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.accounts.Role;
import org.coterie.events.Events;
import org.coterie.groups.Groups;
import org.coterie.groups.MembershipState;
import org.coterie.people.People;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The first screen, over HTTP. */
@Path("/v1/home")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Home", description = "What an app shows first.")
class HomeResource {

    private static final int INVITATIONS = 3;
    private static final int GROUPS = 5;
    private static final int SUGGESTIONS = 3;

    private final Caller caller;
    private final Events events;
    private final Groups groups;
    private final People people;
    private final Suggestions suggestions;

    HomeResource(Caller caller, Events events, Groups groups, People people, Suggestions suggestions) {
        this.caller = caller;
        this.events = events;
        this.groups = groups;
        this.people = people;
        this.suggestions = suggestions;
    }

    @GET
    @Operation(
            operationId = "getHome",
            summary = "Get the first screen in one call",
            description = "Yourself, what waits for you, your groups, and what suits you: a few of each. With"
                    + " `If-None-Match` nothing is sent where nothing has changed.")
    @APIResponse(responseCode = "200", description = "What an app shows first; under 30 kB.")
    public HomeView get() {
        // what happens meanwhile is told after it
        UUID lastEvent = events.lastOf(caller.personId()).orElse(null);
        SuggestionsView suited = suggestions.mine(SUGGESTIONS + INVITATIONS);
        return new HomeView(
                people.me(),
                cards(MembershipState.INVITED, INVITATIONS),
                cards(MembershipState.ACTIVE, GROUPS),
                suited.groups().stream()
                        .filter(group -> !group.invited())
                        .map(GroupCard::of)
                        .limit(SUGGESTIONS)
                        .toList(),
                suited.people().stream().map(PersonCard::of).limit(SUGGESTIONS).toList(),
                suited.waiting(),
                lastEvent);
    }

    private List<GroupCard> cards(MembershipState state, int most) {
        return groups.mine(state, most).stream().map(GroupCard::of).toList();
    }
}

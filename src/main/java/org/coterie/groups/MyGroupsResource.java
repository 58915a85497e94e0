package org.coterie.groups;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.coterie.accounts.Caller;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.language.Text;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups of the person who asks, over HTTP. */
@Path("/v1/people/me/groups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Groups")
class MyGroupsResource {

    private final Caller caller;
    private final MyGroups myGroups;
    private final VainInvitationWatch vainInvitations;

    MyGroupsResource(Caller caller, MyGroups myGroups, VainInvitationWatch vainInvitations) {
        this.caller = caller;
        this.myGroups = myGroups;
        this.vainInvitations = vainInvitations;
    }

    @GET
    @Noted
    @Operation(operationId = "listMyGroups", summary = "See what you are invited to and active in, and why")
    @APIResponse(responseCode = "200", description = "Your groups that are not closed, oldest first.")
    public Page<MyGroupView> list(
            @Parameter(
                            description = "Only where you are invited, or only where you are active.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"INVITED", "ACTIVE"}),
                            example = "INVITED")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam PageRequest page) {
        MembershipState wanted = stateOf(state);
        vainInvitations.endVain(caller.personId());
        return myGroups.mine(wanted, page);
    }

    private static @Nullable MembershipState stateOf(@Nullable String state) {
        if (state == null || state.isEmpty()) {
            return null;
        }
        return switch (state) {
            case "INVITED" -> MembershipState.INVITED;
            case "ACTIVE" -> MembershipState.ACTIVE;
            default ->
                throw Problem.invalidParameter(
                        "state",
                        "unknown-value",
                        Map.of("values", new Text.Either(List.of(MembershipState.INVITED, MembershipState.ACTIVE))));
        };
    }
}

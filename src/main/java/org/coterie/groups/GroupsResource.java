package org.coterie.groups;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.accounts.WayOut;
import org.coterie.freshness.Noted;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Groups and who is in them, over HTTP. */
@Path("/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PERSON, Role.OPERATOR})
@Tag(name = "Groups", description = "What has formed: finding groups, joining, leaving.")
class GroupsResource {

    private static final String ID_EXAMPLE = "0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d";

    private final Founding founding;
    private final Groups groups;
    private final Members members;
    private final Places places;

    GroupsResource(Founding founding, Groups groups, Members members, Places places) {
        this.founding = founding;
        this.groups = groups;
        this.members = members;
        this.places = places;
    }

    @GET
    @Noted
    @Operation(
            operationId = "listGroups",
            summary = "Look through groups, oldest first",
            description = "Members are shown to the operator, and to a person for groups they are in.")
    @APIResponse(
            responseCode = "200",
            description = "Groups in the order of their ids; none where nobody has used the tag.")
    public Page<GroupView> list(@BeanParam GroupQuery query, @BeanParam PageRequest page) {
        return groups.list(query, page);
    }

    @POST
    @RolesAllowed(Role.PERSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginGroup",
            summary = "Begin a group by hand",
            description = "You are its first member, with no more rights than any later one. It comes about when"
                    + " `minSize` people have joined. Your companions are invited.")
    @RequestBody(
            description = "What it is for and how large it may be.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewGroup.class),
                            examples = @ExampleObject(name = "menders", value = """
                                    {"name": "Menders of Elm Street", "purpose": {"statement": "Mending what others throw away, one Saturday a month.", "tags": ["Repair Café", "soldering"]}, "minSize": 3, "maxSize": 8}""")))
    @APIResponse(
            responseCode = "201",
            description = "The group, proposed until enough have joined.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the group is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(
            responseCode = "409",
            description = "`companions-cannot-come`: your companions have no place in this group.")
    public RestResponse<GroupView> begin(@NotNull NewGroup wish) {
        GroupView group = founding.found(wish);
        return ResponseBuilder.<GroupView>created(URI.create("/v1/groups/" + group.id()))
                .entity(group)
                .build();
    }

    @GET
    @Noted
    @Path("/{groupId}")
    @Operation(operationId = "getGroup", summary = "Look at a group")
    @APIResponse(responseCode = "200", description = "The group, without its members.")
    @APIResponse(responseCode = "404", description = "`unknown-group`: no group has this id.")
    public GroupView get(
            @Parameter(description = "The group's id.", example = ID_EXAMPLE) @PathParam("groupId") UUID groupId) {
        return groups.view(groupId);
    }

    @GET
    @Noted
    @Path("/{groupId}/members")
    @Operation(
            operationId = "listMembers",
            summary = "See who is in a group, and why",
            description =
                    "For its members, invited or active, and for the operator. A reason that is for fellow holders"
                            + " of a tag alone is left out for everybody else.")
    @APIResponse(responseCode = "200", description = "Who is invited or active, longest first.")
    @APIResponse(responseCode = "403", description = "`not-a-member`: only members see who is in this group.")
    @APIResponse(responseCode = "404", description = "`unknown-group`: no group has this id.")
    public Page<MemberView> members(
            @Parameter(description = "The group's id.", example = ID_EXAMPLE) @PathParam("groupId") UUID groupId) {
        return Page.whole(members.of(groupId));
    }

    @GET
    @Noted
    @Path("/{groupId}/members/me")
    @RolesAllowed(Role.PERSON)
    @Operation(operationId = "getMembership", summary = "See how you are in a group, and why")
    @APIResponse(responseCode = "200", description = "Yourself, invited or active.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`not-a-member`: you are not, or no longer, in this group. `unknown-group`: no group has this id.")
    public MemberView me(
            @Parameter(description = "The group's id.", example = ID_EXAMPLE) @PathParam("groupId") UUID groupId) {
        return members.me(groupId);
    }

    @PUT
    @Path("/{groupId}/members/me")
    @RolesAllowed(Role.PERSON)
    @Operation(
            operationId = "joinGroup",
            summary = "Accept an invitation, or take an open place",
            description = "Once is enough. The group becomes `ACTIVE` the moment `minSize` people have joined. Whoever"
                    + " takes an open place brings an invitation for each companion who is not there. An invitation"
                    + " that cannot be accepted any more, because of who else is in the group by now, ends, why is"
                    + " not told, and its place is open.")
    @APIResponse(responseCode = "200", description = "The group; you are an active member of it.")
    @APIResponse(responseCode = "404", description = "`unknown-group`: no group has this id.")
    @APIResponse(
            responseCode = "409",
            description = "`group-full`: there is no place for you. `group-closed`: it is over.")
    public GroupView join(
            @Parameter(description = "The group's id.", example = ID_EXAMPLE) @PathParam("groupId") UUID groupId) {
        return places.join(groupId);
    }

    @DELETE
    @Path("/{groupId}/members/me")
    @RolesAllowed(Role.PERSON)
    @WayOut
    @Operation(
            operationId = "leaveGroup",
            summary = "Decline an invitation, or leave",
            description =
                    "Always possible, whatever state the group is in, and needs no reason; while somebody else changes the"
                            + " group it may have to be sent again (503 `group-busy`). Once is enough. For thirty days"
                            + " you are asked into no other group about what you declined, nor into one about what you left"
                            + " together with others who have left it, unless groups are formed among everybody.")
    @APIResponse(responseCode = "204", description = "You are not, or no longer, in this group.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`not-a-member`: you have never been in this group, or are invited no longer. `unknown-group`:"
                            + " no group has this id.")
    public void leave(
            @Parameter(description = "The group's id.", example = ID_EXAMPLE) @PathParam("groupId") UUID groupId) {
        places.leave(groupId);
    }
}

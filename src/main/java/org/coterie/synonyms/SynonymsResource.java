package org.coterie.synonyms;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.Followers;
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
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Which tags are one, over HTTP. */
@Path("/v1/synonyms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PERSON, Role.OPERATOR})
@Tag(name = "Synonyms", description = "Which words mean the same, as those who use them agree.")
class SynonymsResource {

    private static final String ID = "0192f1c0-6f70-7b82-9d9e-0f1a2b3c4d5e";
    private static final String UNKNOWN = "`unknown-synonym`: there is no such proposal.";

    private final Caller caller;
    private final Followers followers;
    private final SynonymProposals proposals;
    private final Synonyms synonyms;

    SynonymsResource(Caller caller, Followers followers, SynonymProposals proposals, Synonyms synonyms) {
        this.caller = caller;
        this.followers = followers;
        this.proposals = proposals;
        this.synonyms = synonyms;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeSynonym",
            summary = "Propose that two tags are one, or that one is a label of the other",
            description =
                    "For whoever holds one of them, and then agrees, or the operator, who decides at once. Two tags become one"
                            + " when their public holders agree: on either side three of them, or all where they are fewer and it is no well-known tag, and at"
                            + " least a twentieth; and on neither side more than a third of those who say something disagree."
                            + " A tag that nobody publicly holds waits for the operator. Of two tags that people agree on the one"
                            + " that more hold stays, else `sameAs`. From then on both names lead to it. Interests, waiting people"
                            + " and the purposes of groups follow, some at a time: until `MERGED`, what has not been moved yet is"
                            + " still shown under the old name. Who held both keeps one: what matches rather than what has faded"
                            + " or is private, then the more open, the stronger, the newer.")
    @RequestBody(
            description = "The two tags.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewSynonym.class),
                            examples = {
                                @ExampleObject(name = "one tag", value = """
                                        {"tag": "Biking", "sameAs": "Bicycle Riding"}"""),
                                @ExampleObject(name = "a label in a language", value = """
                                        {"tag": "Radeln", "sameAs": "Bicycle Riding", "language": "de"}""")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "It is proposed.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SynonymView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "It is in effect, where the operator says so or that was what it took: follow it at its `Location`.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SynonymView.class)))
    @APIResponse(
            responseCode = "403",
            description = "`not-a-holder`: only who holds one of the two tags has a say in it.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-tag`: nobody publicly cares about one of them right now, and it is not well known.")
    @APIResponse(
            responseCode = "409",
            description =
                    "`same-tag`: both mean one tag already. `already-proposed`: say what you think of that proposal. `too-many-proposals`: 20 of yours are open.")
    public RestResponse<SynonymView> propose(@NotNull NewSynonym wish) {
        SynonymView synonym = proposals.propose(wish);
        return at(synonym, synonym.over() ? RestResponse.Status.CREATED : RestResponse.Status.ACCEPTED);
    }

    private static RestResponse<SynonymView> at(SynonymView synonym, RestResponse.Status status) {
        return ResponseBuilder.<SynonymView>create(status)
                .location(URI.create("/v1/synonyms/" + synonym.id()))
                .entity(synonym)
                .build();
    }

    @GET
    @Noted
    @Operation(
            operationId = "listSynonyms",
            summary = "See what is proposed and what is in effect, newest first",
            description =
                    "A proposal is shown while both of its tags may be. A page may hold fewer rows than were asked for.")
    @APIResponse(responseCode = "200", description = "A page of proposals; none where nobody has used the tag.")
    public Page<SynonymView> list(@BeanParam SynonymQuery query, @BeanParam PageRequest page) {
        return synonyms.list(query, page);
    }

    @GET
    @Noted
    @Path("/{synonymId}")
    @Operation(operationId = "getSynonym", summary = "See one proposal, and how far it is")
    @APIResponse(responseCode = "200", description = "The proposal.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public SynonymView get(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId) {
        return synonyms.find(synonymId);
    }

    @DELETE
    @Path("/{synonymId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "undoSynonym",
            summary = "Take back that two tags are one (operator)",
            description = "What is only proposed is over. What is in effect is undone, within 30 days: the names"
                    + " are two again at once, and all that was moved goes back as it was. What people have changed"
                    + " meanwhile stays changed, under the name that they used; what they have taken back stays so; who"
                    + " has said the tag since holds the one whose name they wrote. Of several that follow each other the last"
                    + " is undone first.")
    @APIResponse(
            responseCode = "200",
            description = "The proposal is over.",
            content = @Content(schema = @Schema(implementation = SynonymView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being undone: follow it at its `Location`.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = SynonymView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(
            responseCode = "409",
            description =
                    "`merge-under-way`: it is just being done, undo it after `Retry-After` seconds. `merged-further`: the tag has become"
                            + " one with another since, undo that first. `too-late-to-undo`: what was before is not kept any"
                            + " more. `nothing-to-undo`: it is not in effect. `name-taken`: the old name has come to mean another"
                            + " tag meanwhile.")
    public RestResponse<SynonymView> undo(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId) {
        SynonymView synonym = synonyms.takeBack(synonymId);
        return at(synonym, synonym.over() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED);
    }

    @GET
    @Path("/{synonymId}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followSynonym",
            summary = "Follow how two tags become one, or two again, as server-sent events",
            description = "The proposal as it is, then again whenever it has changed: `event: state` when its state is"
                    + " another, else `event: progress`. The stream ends when nothing is to be moved, or is moved; and where you"
                    + " follow more than five at a time, the oldest ends.")
    @APIResponse(
            responseCode = "200",
            description = "Events; the data of each is the proposal.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = SynonymView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId,
            @Context Sse sse) {
        synonyms.find(synonymId);
        return followers.follow(caller.person().orElse(null), () -> synonyms.find(synonymId), SynonymView.class, sse);
    }

    @GET
    @Noted
    @Path("/{synonymId}/voices/me")
    @RolesAllowed(Role.PERSON)
    @Operation(operationId = "getVoice", summary = "See what you have said of a proposal")
    @APIResponse(responseCode = "200", description = "What you have said.")
    @APIResponse(responseCode = "404", description = "`nothing-said`: you have not. " + UNKNOWN)
    public VoiceView voice(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId) {
        return synonyms.mine(synonymId);
    }

    @PUT
    @Path("/{synonymId}/voices/me")
    @RolesAllowed(Role.PERSON)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saySynonym",
            summary = "Say whether two tags mean the same",
            description =
                    "For whoever holds one of them, in place of what you said before. Your voice counts on the side of each of"
                            + " the two that you hold in public, as long as you do. Nobody is told what you said.")
    @RequestBody(
            description = "What you think.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewVoice.class),
                            examples = @ExampleObject(name = "yes", value = """
                                    {"agrees": true}""")))
    @APIResponse(responseCode = "200", description = "The proposal; in effect where that was what it took.")
    @APIResponse(
            responseCode = "403",
            description = "`not-a-holder`: only who holds one of the two tags has a say in it.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`proposal-over`: this is decided, or over.")
    public SynonymView say(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId,
            @NotNull NewVoice voice) {
        return synonyms.say(synonymId, voice);
    }

    @DELETE
    @Path("/{synonymId}/voices/me")
    @RolesAllowed(Role.PERSON)
    @Operation(operationId = "fallSilentOnSynonym", summary = "Take back what you said of a proposal")
    @APIResponse(responseCode = "204", description = "You say nothing of it; once is enough.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "`proposal-over`: this is decided, or over.")
    public void fallSilent(
            @Parameter(description = "The proposal's id.", example = ID) @PathParam("synonymId") UUID synonymId) {
        synonyms.fallSilent(synonymId);
    }
}

package org.coterie.interests;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.Limit;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The words people use, over HTTP; here and not with the tags, because it counts who holds them. */
@Path("/v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PERSON, Role.OPERATOR})
@Tag(name = "Tags", description = "The words people use for what they care about.")
class TagsResource {

    private static final int FEW_NEAR = 5;
    private static final int MANY_NEAR = 20;

    private final TagLookup lookup;

    TagsResource(TagLookup lookup) {
        this.lookup = lookup;
    }

    @GET
    @Noted
    @Operation(operationId = "listTags", summary = "Complete a tag: the words others use, and how many do")
    @APIResponse(
            responseCode = "200",
            description =
                    "Tags of which some name begins so, in any language, by that name: those that somebody publicly cares about right now, and those that are well known. What is typed as a whole comes first, then what is called so in your language (`Accept-Language`), then the rest, each by name, and then what begins so without what French puts before a word (`l'esc`). Where they are fewer than 20, those follow that begin almost so: with one character wrong, missing, too many or in the other's place from four characters on, with two from eight on, but with the first character right.")
    public Page<TagView> list(
            @Parameter(
                            description =
                                    "How it begins, in any writing and language; where absent or empty all that somebody publicly cares about.",
                            example = "Repair C")
                    @QueryParam("prefix")
                    @DefaultValue("")
                    String prefix,
            @BeanParam PageRequest page) {
        return lookup.complete(prefix, page);
    }

    @GET
    @Noted
    @Path("/{tag}")
    @Operation(operationId = "getTag", summary = "Look a tag up")
    @APIResponse(responseCode = "200", description = "The tag, and how many publicly care about it right now.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-tag`: nobody publicly cares about it right now, and it is not well known.")
    public TagView get(
            @Parameter(description = "The tag in any writing, URL-encoded: `c%2B%2B`.", example = "repair-cafe")
                    @PathParam("tag")
                    String tag) {
        return lookup.lookUp(tag);
    }

    @GET
    @Noted
    @Path("/{tag}/related")
    @Operation(
            operationId = "listRelatedTags",
            summary = "See what goes together with a tag",
            description =
                    "What those who publicly care about the tag also publicly care about, more often than everybody does: at"
                            + " most 20, the most telling first. What fewer than three people have in common is left out. Of a tag"
                            + " that more than 1 000 hold, those who said it last stand for all.")
    @APIResponse(responseCode = "200", description = "What goes together with it; empty where nothing does.")
    @APIResponse(
            responseCode = "404",
            description = "`unknown-tag`: nobody publicly cares about it right now, and it is not well known.")
    public Page<RelatedTagView> related(
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "repair-cafe") @PathParam("tag")
                    String tag) {
        return lookup.related(tag);
    }

    @GET
    @Path("/{tag}/near")
    @Operation(
            operationId = "listNearTags",
            summary = "See what others call much the same",
            description =
                    "Tags that mean much the same as a word, or that it mistypes, each with how sure that is; the word may be one that nobody has used yet. Of a word with several senses those tags come first that your other public tags speak for, and those last that they speak against. The model that tells reads English only: what is in other languages is near by its spelling alone.")
    @APIResponse(responseCode = "200", description = "What is near it; empty where nothing is.")
    public NearTagsView near(
            @Parameter(description = "The word in any writing, URL-encoded.", example = "biking") @PathParam("tag")
                    String tag,
            @Parameter(
                            description = "How many at most, 1 to 20.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "20",
                                            defaultValue = "5"),
                            example = "5")
                    @QueryParam("limit")
                    @Nullable
                    String limit) {
        return lookup.near(tag, Limit.parse(limit, FEW_NEAR, MANY_NEAR));
    }
}

package org.coterie.tags;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.language.LanguageTag;
import org.coterie.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What tags are called in different languages, over HTTP. */
@Path("/v1/tags/{tag}/labels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Tags")
class LabelsResource {

    private final Labels labels;

    LabelsResource(Labels labels) {
        this.labels = labels;
    }

    @GET
    @Noted
    @Operation(
            operationId = "listTagLabels",
            summary = "See what a tag is called in each language (operator)",
            description = "For the operator: people are shown one label, in their language.")
    @APIResponse(responseCode = "200", description = "What it is called, by language; empty where nobody said.")
    @APIResponse(responseCode = "404", description = "`unknown-tag`: there is no such tag.")
    public Page<LabelView> list(
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag) {
        return labels.of(tag);
    }

    @GET
    @Noted
    @Path("/{language}")
    @Operation(
            operationId = "getTagLabel",
            summary = "See what a tag is called in a language (operator)",
            description = "For the operator: people are shown one label, in their language.")
    @APIResponse(responseCode = "200", description = "What it is called.")
    @APIResponse(
            responseCode = "404",
            description =
                    "`unknown-tag`: there is no such tag. `unknown-label`: nobody said what it is called in this language.")
    public LabelView get(
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag,
            @Parameter(description = "The language (BCP 47).", example = "de") @PathParam("language") @LanguageTag
                    String language) {
        return labels.in(tag, language);
    }

    @PUT
    @Path("/{language}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeTagLabel",
            summary = "Say what a tag is called in a language (operator)",
            description =
                    "For the operator. Whoever writes the label or a synonym from now on means this tag, so that people who"
                            + " speak different languages meet; whoever reads this language sees the label. Takes the place of what"
                            + " was said for this language before. A tag that is not there yet is made, and is well known.")
    @RequestBody(
            description = "What it is called.",
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewLabel.class),
                            examples = @ExampleObject(name = "german", value = """
                                    {"label": "Radfahren", "synonyms": ["Fahrradfahren", "Radeln"]}""")))
    @APIResponse(responseCode = "200", description = "What it is called now.")
    @APIResponse(
            responseCode = "409",
            description = "`name-taken`: one of the names means another tag; a name means one tag only.")
    public LabelView write(
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag,
            @Parameter(description = "The language (BCP 47).", example = "de") @PathParam("language") @LanguageTag
                    String language,
            @NotNull NewLabel label) {
        return labels.write(tag, language, label);
    }

    @DELETE
    @Path("/{language}")
    @Operation(
            operationId = "removeTagLabel",
            summary = "Take back what a tag is called in a language (operator)",
            description =
                    "For the operator. These names no longer lead to the tag; what people have said with them stays.")
    @APIResponse(responseCode = "204", description = "It is not, or no longer, called anything in this language.")
    @APIResponse(responseCode = "404", description = "`unknown-tag`: there is no such tag.")
    public void remove(
            @Parameter(description = "The tag in any writing, URL-encoded.", example = "cycling") @PathParam("tag")
                    String tag,
            @Parameter(description = "The language (BCP 47).", example = "de") @PathParam("language") @LanguageTag
                    String language) {
        labels.remove(tag, language);
    }
}

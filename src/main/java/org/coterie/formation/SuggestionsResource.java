package org.coterie.formation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.coterie.accounts.Role;
import org.coterie.freshness.Unchanged;
import org.coterie.paging.Limit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Suggestions, over HTTP. */
@Path("/v1/people/me/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PERSON)
@Tag(name = "Suggestions", description = "What suits you right now.")
class SuggestionsResource {

    private static final int FEW = 5;
    private static final int MANY = 20;

    private final Suggestions suggestions;
    private final Unchanged unchanged;
    private final WhyNot whyNot;

    SuggestionsResource(Suggestions suggestions, Unchanged unchanged, WhyNot whyNot) {
        this.suggestions = suggestions;
        this.unchanged = unchanged;
        this.whyNot = whyNot;
    }

    @GET
    @Operation(
            operationId = "getSuggestions",
            summary = "See the groups and people that suit you",
            description = "At once after you have said what you care about: groups that invite you, groups with an open"
                    + " place, people who share what few share, and what is missing for the next group.")
    @APIResponse(
            responseCode = "200",
            description = "The vital few, best first; for whoever says nothing right now, invitations alone.")
    public SuggestionsView get(
            @Parameter(
                            description = "How many groups and how many people at most, 1 to 20.",
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
        int most = Limit.parse(limit, FEW, MANY);
        unchanged.endIfSo(suggestions.basis());
        return suggestions.mine(most);
    }

    @GET
    @Path("/why-not")
    @Operation(
            operationId = "explainWhyNot",
            summary = "See why you are in no group, and what would help",
            description =
                    "Where your own terms are in the way, the least changes of them after which there would be a"
                            + " group for you. Each was tried: whoever sends it is proposed a group, or finds one with a place,"
                            + " as long as nothing else changes meanwhile. The same goes for companions without whom there would be one.")
    @APIResponse(responseCode = "200", description = "Why not.")
    public WhyNotView whyNot() {
        unchanged.endIfSo(suggestions.basis());
        return whyNot.mine();
    }
}

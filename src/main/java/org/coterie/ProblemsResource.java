package org.coterie;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.coterie.paging.Page;
import org.coterie.problem.Problem;
import org.coterie.problem.ProblemKind;
import org.coterie.problem.ProblemKinds;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each problem means, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Problems", description = "What each code of a problem means.")
class ProblemsResource {

    private final List<ProblemKind> kinds = ProblemKinds.all();

    @GET
    @Path("/v1/problems")
    @Operation(operationId = "listProblems", summary = "See what all codes of problems mean")
    @APIResponse(responseCode = "200", description = "All of them, in the order of their codes.")
    public Page<ProblemKind> list() {
        return Page.whole(kinds);
    }

    @GET
    @Path("/problems/{code}")
    @Operation(
            operationId = "getProblem",
            summary = "See what a code means",
            description = "The `type` of every problem leads here.")
    @APIResponse(responseCode = "200", description = "What it means, and what to do about it.")
    @APIResponse(responseCode = "404", description = "`unknown-problem`: no problem has this code.")
    public ProblemKind get(
            @Parameter(description = "The code.", example = "handle-taken") @PathParam("code") String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-problem"));
    }
}

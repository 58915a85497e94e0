package org.coterie.transfer;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.coterie.accounts.Role;
import org.coterie.freshness.Noted;
import org.coterie.paging.LongWork;
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
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Imports, over HTTP. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
@Tag(name = "Imports", description = "Files of people, for the operator.")
class ImportsResource {

    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Operation(operationId = "importPeople", summary = "Bring people in, or up to date, one a line", description = """
                    The file is stored while it arrives, some hundred lines at a time, each time whole people only; the \
                    answer comes when the last line is stored. A bad line is reported by its number and never stops the \
                    rest. Where a person comes twice, the later line has the last word. Where the file breaks off, the \
                    import is `FAILED` and what it counts is stored; sending the file again is safe. May be gzipped \
                    (`Content-Encoding: gzip`). People who come in have no token: the operator can give them one.""")
    @RequestBody(
            description =
                    "One JSON object a line, in UTF-8, each line at most 64 KiB. Blank lines are skipped, but counted.",
            required = true,
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = PersonLine.class),
                            // a list here, a line each in the contract
                            examples = @ExampleObject(name = "two people", value = """
                                    [{"handle":"p17","interests":["hiking",{"tag":"soldering","strength":5,"stance":"OFFER"}],"languages":["en"]},
                                    {"handle":"p18","displayName":"Pat","signals":["Our street needs safe bike lanes #cycling"]}]""")))
    @APIResponse(
            responseCode = "202",
            description = "The file was read; `state` says whether to its end.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the import is found.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(
            responseCode = "503",
            description = "`too-many-imports`: eight other files are arriving, try again after `Retry-After` seconds.")
    public RestResponse<ImportView> receive(InputStream file, HttpHeaders headers) {
        ImportView view = imports.receive(file, sizeOf(headers), isZipped(headers));
        return ResponseBuilder.<ImportView>create(Status.ACCEPTED)
                .entity(view)
                .location(URI.create("/v1/imports/" + view.id()))
                .build();
    }

    private static OptionalLong sizeOf(HttpHeaders headers) {
        // the int of HttpHeaders.getLength() ends at 2 GB
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }

    private static boolean isZipped(HttpHeaders headers) {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null) {
            return false;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new NotSupportedException(Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                        .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                        .build());
        };
    }

    @GET
    @Noted
    @Path("/{importId}")
    @Operation(operationId = "getImport", summary = "See what became of an import")
    @APIResponse(responseCode = "200", description = "The import, with the lines that were rejected.")
    @APIResponse(responseCode = "404", description = "`unknown-import`: there is none with this id.")
    public ImportView get(
            @Parameter(description = "The import's id.", example = "0192f1c0-3c4d-7e5f-8a6b-7c8d9e0f1a2b")
                    @PathParam("importId")
                    UUID importId) {
        return imports.find(importId);
    }

    @GET
    @Noted
    @Operation(operationId = "listImports", summary = "See all imports, newest first")
    @APIResponse(responseCode = "200", description = "A page of imports, without their rejected lines.")
    public Page<ImportView> list(@BeanParam PageRequest page) {
        return imports.list(page);
    }

    @GET
    @Path("/{importId}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followImport",
            summary = "Follow an import as server-sent events",
            description = "The import as it is, then again whenever it has changed: `event: state` when its state is"
                    + " another, else `event: progress`. The stream ends when the import does. While a file arrives its id"
                    + " is found in the list of imports.")
    @APIResponse(
            responseCode = "200",
            description = "Events; the data of each is the import.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "404", description = "`unknown-import`: there is none with this id.")
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "The import's id.", example = "0192f1c0-3c4d-7e5f-8a6b-7c8d9e0f1a2b")
                    @PathParam("importId")
                    UUID importId,
            @Context Sse sse) {
        imports.find(importId);
        return LongWork.follow(() -> imports.find(importId), ImportView.class, sse);
    }
}

package org.coterie;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The title page of the contract. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Coterie",
                        version = "1",
                        description = """
                                Find the few others who care about the same thing right now, and become a group.

                                Say what you care about, need or can give; read your suggestions; accept an invitation.
                                Every error is an `application/problem+json` with a stable `code`. `RateLimit` and \
                                `RateLimit-Policy` of an answer say how much may still be asked. `HEAD` is answered like \
                                `GET`, without a body; `OPTIONS`, and every 405, tells in `Allow` which methods an address takes. \
                                What is no HTTP, or has more than 128 KiB of headers, is refused before any of this, without a problem. \
                                Where several processes serve together, each beside the first may let through a tenth more than \
                                a limit says.

                                An operation that is to go is marked as deprecated, and from then on its answers have the \
                                headers `Deprecation`, since when (RFC 9745), and `Sunset`, from when it may be gone (RFC 8594). \
                                Any operation may get them one day: note in a log where they come.

                                ## Trying again

                                Where no answer came, send the same again: a POST with the `Idempotency-Key` of the first \
                                time, so that it happens once; of a DELETE 404 then says that it is done. Try again, too, \
                                after 408, 429, 500, 502, 503 and 504, and after 409 `request-in-progress` and `merge-under-way`: after as many \
                                seconds as `Retry-After` says, or else one, two, four and so on. No other answer changes by asking again.

                                ## Edits with a condition

                                Some operations say that they heed `If-Match`, or another condition, and list no parameter \
                                for it: clients that were generated before it was heeded would no longer compile with one more. \
                                These are `PUT` and `DELETE` of {addresses}. A generated client \
                                sends the header as it sends any: by the `headers` of a call (Java), `initOverrides` or a \
                                middleware (TypeScript), an interceptor (Kotlin, Dart) or `customHeaders` (Swift).

                                Wherever `If-Match` is heeded, `If-None-Match` with an `ETag` is, too: 412 where what you would \
                                replace still is what that names.

                                ## Events

                                What has happened meanwhile: `GET /v1/events?after=` with the `id` of the last event you \
                                have, until there is no `nextCursor`. `GET /v1/events/stream` tells what happens from then on; \
                                when it ends, open it again with the last `id` as `Last-Event-ID`, and nothing is lost. \
                                Pass by types that you do not know. Where that event is kept no longer (404 \
                                `unknown-event`), read `GET /v1/home` anew and begin from there.""",
                        license = @License(name = "Apache 2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "The server that this document came from."))
@SecurityScheme(
        securitySchemeName = CoterieApi.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "Paste the `accessToken` that `POST /v1/people` answered, or the operator's key, and every request carries it.")
public class CoterieApi extends Application {

    static final String BEARER = "bearer";

    /** Stands in the description for the addresses of what heeds a condition and lists no parameter for it. */
    static final String UNLISTED_EDITS = "{addresses}";
}

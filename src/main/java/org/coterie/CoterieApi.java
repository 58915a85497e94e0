package org.coterie;

import jakarta.ws.rs.core.Application;
import java.util.List;
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

                                ## To begin

                                1. Sign up: `POST /v1/people` with a handle, and keep the `accessToken` that it answers.
                                2. Send it with everything else, as `Authorization: Bearer …`; in Swagger UI, press `Authorize` and paste it.
                                3. Say what you care about: `PUT /v1/people/me/interests`, or in your own words `POST /v1/people/me/signals`.
                                4. Read what suits you, `GET /v1/people/me/suggestions`, and accept: `PUT /v1/groups/{groupId}/members/me`.
                                5. From then on `GET /v1/home` has the first screen of an app in one call, and `GET /v1/events/stream` what happens.

                                Formations, imports and webhooks are for the operator, whose key is sent as a token is.

                                ## Answers

                                Every error is an `application/problem+json` with a stable `code` to branch on; what is told in sentences \
                                comes in the language that `Accept-Language` asks for. Lists that may grow long come in pages of `limit`: \
                                ask on with `nextCursor` as `cursor`, until there is none. With `Accept: application/x-ndjson` they come \
                                whole, one object a line, and so what you have said can be taken along: `GET /v1/people/me` and the lists \
                                below it. With the `ETag` of what you have as `If-None-Match` it is not sent again (304); what ends by itself \
                                with time, such as an interest of somebody's that fades, may so be told a minute late. `RateLimit` and \
                                `RateLimit-Policy` of an answer say how much may still be asked. `HEAD` is answered like \
                                `GET`, without a body; `OPTIONS`, and every 405, tells in `Allow` which methods an address takes. \
                                What is no HTTP, or has more than 128 KiB of headers or 64 KiB of address, is refused before any of this, without a problem. \
                                Where several processes serve together, each beside the first may let through a tenth more than \
                                a limit says.

                                ## Trying again

                                Where no answer came, send the same again: a POST with the `Idempotency-Key` of the first \
                                time, so that it happens once; of a DELETE 404 then says that it is done, 401 of those of `/v1/people/me` and \
                                `/v1/people/me/tokens/current`, and with `If-Match` 412 may: read what is there. Try again, too, \
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
                                `unknown-event`), read `GET /v1/home` anew and begin from there.

                                ## What goes one day

                                An operation that is to go is marked as deprecated, and from then on its answers have the \
                                headers `Deprecation`, since when (RFC 9745), and `Sunset`, from when it may be gone (RFC 8594). \
                                Any operation may get them one day: note in a log where they come.""",
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

    /** In the order in which a newcomer needs them; the operator's come last. */
    static final List<String> SECTIONS = List.of(
            "People",
            "Interests",
            "Signals",
            "Suggestions",
            "Groups",
            "Home",
            "Events",
            "Corrections",
            "Safety",
            "Tags",
            "Synonyms",
            "Tokens",
            "Problems",
            "Formations",
            "Imports",
            "Webhooks");

    /** Stands in the description for the addresses of what heeds a condition and lists no parameter for it. */
    static final String UNLISTED_EDITS = "{addresses}";
}

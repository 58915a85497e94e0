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
                                `RateLimit-Policy` of an answer say how much may still be asked.""",
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
}

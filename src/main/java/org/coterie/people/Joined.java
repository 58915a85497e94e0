package org.coterie.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to joining: who one is now, and the means to say so. */
@Schema(name = "Joined", description = "Who you are now, and the token to say so.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Joined(
        @Schema(description = "Yourself.") MeView person,

        @Schema(
                description =
                        "Send it as `Authorization: Bearer …`; shown only now. Absent where an OIDC issuer gives the tokens.",
                examples = "coterie_9vJ0kq1mZc3pXf7RtYb2LwNd8HsGuAeVo4iKjQx5TzM")
        @Nullable
        String accessToken) {}

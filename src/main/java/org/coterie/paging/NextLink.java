package org.coterie.paging;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** Seals the cursor of every page that has a successor, and says where that is in a {@code Link} header too (RFC 8288). */
@Provider
@Priority(Priorities.USER)
class NextLink implements ContainerResponseFilter {

    private final CursorSeal seal;

    NextLink(CursorSeal seal) {
        this.seal = seal;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            UriInfo address = request.getUriInfo();
            String cursor = seal.seal(address, page.nextCursor());
            String next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor)
                    .build()
                    .toString();
            response.setEntity(new Page<>(page.items(), cursor));
            response.getHeaders().add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
    }
}

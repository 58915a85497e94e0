package org.coterie.freshness;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.coterie.problem.Addresses;
import org.jspecify.annotations.Nullable;

/** Names what is made or changed as a GET of it does: by where it is read. */
@ApplicationScoped
public class Names {

    private static final Set<String> EDITS = Set.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Packing PACKING = new Packing();

    private final Addresses addresses;
    private final ETags tags;

    Names(Addresses addresses, ETags tags) {
        this.addresses = addresses;
        this.tags = tags;
    }

    /**
     * The {@code ETag} of something new, where a GET of its address answers the same.
     *
     * @param accepted the {@code Accept-Encoding} of the request
     */
    public Optional<String> ofMade(@Nullable URI location, @Nullable Object view, @Nullable String accepted) {
        Object read = asRead(view);
        return read == null
                ? Optional.empty()
                : whereMade(location, read).map(place -> of(tags.written(read), read, place, accepted));
    }

    /** The name of an answer that is not compressed, as it goes out to a request with this {@code Accept-Encoding}. */
    public String asSent(String plain, @Nullable String accepted) {
        return isCompressed(accepted) ? ETags.compressed(plain) : plain;
    }

    /** The name of what goes out as it is read at this place. */
    String of(byte[] written, @Nullable Object view, String place, @Nullable String accepted) {
        boolean edited = !Collections.disjoint(addresses.methodsAt(place), EDITS);
        return tags.of(written, edited ? view : null, isCompressed(accepted));
    }

    /** The path of something new, where a GET there answers the same. */
    Optional<String> whereMade(@Nullable URI location, @Nullable Object view) {
        return Optional.ofNullable(location)
                .map(URI::getRawPath)
                .filter(path -> view != null && addresses.isReadAt(path, view.getClass()));
    }

    /** Where a GET answers what a change of this path has answered: there, or at what it is a part of. */
    Optional<String> whereChanged(String path, @Nullable Object view) {
        if (view == null) {
            return Optional.empty();
        }
        return addresses.isReadAt(path, view.getClass())
                ? Optional.of(path)
                : addresses.whereRead(path, view.getClass());
    }

    /**
     * Whether a change of this path answers the name of what is read at that place: there is nothing else that a GET of the
     * path answers, which the name would be taken for (RFC 9110, section 8.8).
     */
    boolean isNamedAt(String path, String place) {
        return path.equals(place) || !addresses.methodsAt(path).contains(HttpMethod.GET);
    }

    /** What a GET answers of this answer to a change. */
    static @Nullable Object asRead(@Nullable Object view) {
        return view instanceof ToldOnce told ? told.asRead() : view;
    }

    /** As the server decides it, which compresses whatever it may once an answer has its name. */
    private static boolean isCompressed(@Nullable String accepted) {
        return accepted != null && PACKING.isAskedFor(accepted);
    }

    /** What the server compresses with, as it is set up to, asked what it would do. */
    private static final class Packing extends HttpContentCompressor {

        Packing() {
            super(StandardCompressionOptions.gzip());
        }

        boolean isAskedFor(String accepted) {
            return determineEncoding(accepted) != null;
        }
    }
}

package org.coterie.paging;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.coterie.problem.Problem;

/**
 * Makes cursors of positions: opaque, and good for no other list than the one they came from, asked for in the same way. The
 * seal is an HMAC (RFC 2104) by SHA-256, cut to 96 bits, over the list and the position.
 */
@ApplicationScoped
@Startup
class CursorSeal {

    private static final String HMAC = "HmacSHA256";
    private static final int SEAL_BYTES = 12;

    private final SecretKeySpec key;

    private final Writings writings;
    private final ResourceInfo asked;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    CursorSeal(CursorKeys keys, Writings writings, ResourceInfo asked) {
        this.writings = writings;
        this.asked = asked;
        this.key = new SecretKeySpec(keys.secret(), HMAC);
    }

    /** The cursor that leads to this position of the list at this address. */
    String seal(UriInfo address, String position) {
        byte[] plain = position.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(sealOf(listAt(address), plain), SEAL_BYTES + plain.length);
        System.arraycopy(plain, 0, sealed, SEAL_BYTES, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position that a cursor leads to.
     *
     * @throws Problem INVALID unless it was sealed for the list at this address
     */
    String open(UriInfo address, String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length >= SEAL_BYTES) {
                byte[] plain = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
                if (MessageDigest.isEqual(sealOf(listAt(address), plain), Arrays.copyOf(sealed, SEAL_BYTES))) {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(plain))
                            .toString();
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** Its path, and what else was asked for, if anything, but which part of it; of what the operation reads, as it reads it. */
    private String listAt(UriInfo address) {
        Set<String> read = known.computeIfAbsent(asked.getResourceMethod(), CursorSeal::parametersOf);
        var which = new TreeMap<String, String>();
        address.getQueryParameters().forEach((name, values) -> {
            // of several the first is read, and none where it is empty
            if (read.contains(name) && !values.get(0).isEmpty()) {
                which.put(name, writings.fold(values.get(0)));
            }
        });
        which.keySet().removeAll(PageRequest.PART);
        return address.getRequestUri().getRawPath() + (which.isEmpty() ? "" : "?" + which);
    }

    private static Set<String> parametersOf(Method operation) {
        Stream<AnnotatedElement> gathered = Arrays.stream(operation.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .flatMap(parameter -> Arrays.stream(parameter.getType().getDeclaredFields()));
        return Stream.concat(Arrays.stream(operation.getParameters()), gathered)
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(QueryParam.class)))
                .map(QueryParam::value)
                .collect(Collectors.toSet());
    }

    private byte[] sealOf(String list, byte[] position) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(position), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Problem unknown() {
        return Problem.invalidParameter("cursor", "wrong-format.cursor");
    }
}

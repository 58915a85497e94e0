package org.coterie.paging;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeMap;
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

    CursorSeal(CursorKeys keys) {
        this.key = new SecretKeySpec(keys.secret(), HMAC);
    }

    /** The cursor that leads to this position of the list at this address, which this method answers. */
    String seal(UriInfo address, Method list, String position) {
        byte[] plain = position.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(sealOf(listAt(address, list), plain), SEAL_BYTES + plain.length);
        System.arraycopy(plain, 0, sealed, SEAL_BYTES, plain.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The position that a cursor of the list which this method answers leads to.
     *
     * @throws Problem INVALID unless it was sealed for the list at this address
     */
    String open(UriInfo address, Method list, String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length >= SEAL_BYTES) {
                byte[] plain = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
                if (MessageDigest.isEqual(sealOf(listAt(address, list), plain), Arrays.copyOf(sealed, SEAL_BYTES))) {
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

    /** Its path, and what else was asked for, if anything: what the list does not know makes it no other. */
    private static String listAt(UriInfo address, Method list) {
        var asked = new TreeMap<>(address.getQueryParameters());
        asked.keySet().retainAll(whatItKnows(list));
        return address.getRequestUri().getRawPath() + (asked.isEmpty() ? "" : "?" + asked);
    }

    /** The parameters that say which list is asked for; which part of it says a {@link PageRequest}. */
    private static Set<String> whatItKnows(Method list) {
        return Stream.of(list.getParameters())
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(QueryParam.class)))
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

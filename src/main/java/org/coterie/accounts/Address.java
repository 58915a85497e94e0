package org.coterie.accounts;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where requests come from. */
final class Address {

    /** The least that one customer is given of IPv6 (RFC 6177): whoever has one of these addresses has all of them. */
    private static final int BYTES_OF_A_NETWORK = 8;

    private Address() {}

    /** Whom Quarkus takes for the sender: with its proxy settings whoever asked the proxy. */
    static String of(RoutingContext context) {
        String host = String.valueOf(context.request().remoteAddress().hostAddress());
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        return bytes == null ? host : networkOf(bytes);
    }

    private static String networkOf(byte[] bytes) {
        try {
            // of IPv4 within IPv6 it makes plain IPv4, which is shorter
            byte[] plain = InetAddress.getByAddress(bytes).getAddress();
            return HexFormat.of().formatHex(plain, 0, Math.min(plain.length, BYTES_OF_A_NETWORK));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address is 4 or 16 bytes long", e);
        }
    }
}

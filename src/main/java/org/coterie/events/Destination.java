package org.coterie.events;

import com.ibm.icu.text.IDNA;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coterie.events.WebhooksConfig.PrivateAddresses;
import org.coterie.problem.Findings;

/**
 * Whereto a webhook may lead: to public addresses, so that nobody uses this server to reach what only its network knows. What
 * is checked is what a name resolves to, however it is written, and what was checked is what is connected to.
 */
@ApplicationScoped
class Destination {

    /** Special-purpose IPv4 addresses (IANA registry, RFC 6890 and later), multicast and what is reserved. */
    private static final Network[] NOT_PUBLIC_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** All that is public in IPv6: the rest is local, multicast, reserved, or leads to an IPv4 address in disguise. */
    private static final Network[] PUBLIC_6 = networks("2000::/3");

    /** But for protocols, Teredo among them, for documentation, and for 6to4, which has an IPv4 address in it. */
    private static final Network[] NOT_PUBLIC_6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** A number with a zero before it, which is decimal here, and octal to whoever looks at it elsewhere. */
    private static final Pattern OCTAL_TO_SOME = Pattern.compile("(\\d+\\.)*0\\d+(\\.\\d+)*");

    private static final int LAST_PORT = 65_535;

    private static final Pattern HOST_AND_PORT = Pattern.compile("([^@:\\[\\]%]+)((?::\\d*)?)");

    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.USE_STD3_RULES | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private final boolean anywhere;
    private final Directory directory;

    @Inject
    Destination(WebhooksConfig config) {
        this(config.privateAddresses() == PrivateAddresses.ALLOW, InetAddress::getAllByName);
    }

    Destination(boolean anywhere, Directory directory) {
        this.anywhere = anywhere;
        this.directory = directory;
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Directory {

        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** What must not be written to. */
    static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1L;

        /** The message is the key of a text. */
        Forbidden(String key) {
            super(key);
        }
    }

    /** Addresses that begin alike. */
    private static final class Network {

        private final byte[] begin;
        private final int bits;

        Network(String written) {
            int slash = written.indexOf('/');
            this.begin = literal(written.substring(0, slash)).getAddress();
            this.bits = Integer.parseInt(written.substring(slash + 1));
        }

        boolean contains(byte[] address) {
            int whole = bits / 8;
            int mask = 0xff00 >> (bits % 8);
            return address.length == begin.length
                    && Arrays.equals(begin, 0, whole, address, 0, whole)
                    && (bits % 8 == 0 || ((begin[whole] ^ address[whole]) & mask & 0xff) == 0);
        }
    }

    private static Network[] networks(String... written) {
        return Stream.of(written).map(Network::new).toArray(Network[]::new);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Finds why no webhook can be at an address: it is no such URL, or leads to an address that is not public. */
    void check(String pointer, String url, Findings findings) {
        try {
            addressOf(parse(url));
        } catch (UnknownHostException e) {
            findings.add(pointer, "unknown-host");
        } catch (Forbidden e) {
            findings.add(pointer, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads it.
     *
     * @throws Forbidden where it cannot be the address of a webhook
     */
    URI parse(String url) throws Forbidden {
        try {
            var uri = withAsciiHost(new URI(url));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean port = uri.getPort() == -1 || (uri.getPort() > 0 && uri.getPort() <= LAST_PORT);
            boolean known = scheme.equals("https") || (anywhere && scheme.equals("http"));
            if (known
                    && port
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new Forbidden("wrong-format.no-url");
        }
        throw new Forbidden("wrong-format.other-url");
    }

    /** A name in letters of any script is looked up as the name in ASCII that stands for it (UTS 46). */
    private static URI withAsciiHost(URI uri) throws URISyntaxException {
        Matcher named = uri.getRawAuthority() == null || uri.getHost() != null
                ? HOST_AND_PORT.matcher("")
                : HOST_AND_PORT.matcher(uri.getRawAuthority());
        if (!named.matches()) {
            return uri;
        }
        var ascii = new StringBuilder();
        var faults = new IDNA.Info();
        NAMES.nameToASCII(named.group(1), ascii, faults);
        return faults.hasErrors()
                ? uri
                : new URI(uri.toString().replaceFirst("//[^/?#]*", "//" + ascii + named.group(2)));
    }

    /**
     * What to connect to. Not to be called where nothing may block: the name is looked up.
     *
     * @throws Forbidden where one of the addresses that the host has is not public
     */
    InetAddress addressOf(URI uri) throws UnknownHostException, Forbidden {
        String host = uri.getHost();
        if (OCTAL_TO_SOME.matcher(host).matches()) {
            throw new Forbidden("private-address.ambiguous");
        }
        InetAddress[] all = directory.addressesOf(host);
        if (!anywhere && !Arrays.stream(all).allMatch(Destination::isPublic)) {
            throw new Forbidden("private-address");
        }
        return all[0];
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? !isIn(NOT_PUBLIC_4, bytes) : isIn(PUBLIC_6, bytes) && !isIn(NOT_PUBLIC_6, bytes);
    }

    private static boolean isIn(Network[] networks, byte[] address) {
        return Arrays.stream(networks).anyMatch(network -> network.contains(address));
    }
}

package org.coterie.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.coterie.events.Destination.Forbidden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private final Destination destination = new Destination(false, InetAddress::getAllByName);

    @ParameterizedTest
    @CsvSource({
        "https://bücher.example/hook?a=b,           https://xn--bcher-kva.example/hook?a=b",
        "https://BÜCHER。example:8443,               https://xn--bcher-kva.example:8443",
        "https://例え.テスト/,                        https://xn--r8jz45g.xn--zckzah/",
        "https://under_score.example/,              ''",
        "https://bü_cher.example/,                  ''",
        "https://user@bücher.example/,              ''"
    })
    void aNameInAnyScriptIsLookedUpByTheOneInAsciiThatStandsForIt(String url, String read) throws Forbidden {
        if (read.isEmpty()) {
            assertThatThrownBy(() -> destination.parse(url)).isInstanceOf(Forbidden.class);
        } else {
            assertThat(destination.parse(url)).hasToString(read);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost.",
                "127.0.0.1",
                "127.255.255.254",
                "127.1",
                "１２７.0.0.1",
                "ⓛocalhost",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "8.8.010.8",
                "0.0.0.0",
                "0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "2852039166",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[0:0:0:0:0:ffff:10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::169.254.169.254]",
                "[64:ff9b:1::a00:1]",
                "[100::1]",
                "[2001::1]",
                "[2001:db8::1]",
                "[2002:7f00:1::1]",
                "[2002:a9fe:a9fe::]",
                "[3fff::1]",
                "[5f00::1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
            })
    void whatIsNotPublicIsNotWrittenToInWhateverNotation(String host) {
        assertThatThrownBy(() -> destination.addressOf(destination.parse("https://" + host + "/hook")))
                .isInstanceOfAny(Forbidden.class, UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "//8.8.8.8/",
                "8.8.8.8",
                "https:///hook",
                "https://user@8.8.8.8/",
                "https://user:word@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https://8.8.8.8:0/",
                "https://8.8.8.8:99999/",
                "https://8.8.8.8\\@10.0.0.1/",
                "https://8.8.8.8 /",
                "",
            })
    void whatIsNoPlainHttpsAddressIsNone(String url) {
        assertThatThrownBy(() -> destination.parse(url)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "[2606:4700:4700::1111]",
                "[2a00:1450:4001:80b::200e]",
                "[2001:4860:4860::8888]",
            })
    void whatIsPublicIsWrittenTo(String host) throws Forbidden, UnknownHostException {
        assertThat(destination.addressOf(destination.parse("https://" + host + ":8443/hook?a=b")))
                .isNotNull();
    }

    @Test
    void oneAddressThatIsNotPublicAmongSeveralIsEnoughToBeRefused() throws Forbidden, UnknownHostException {
        InetAddress somewhere = InetAddress.getByName("8.8.8.8");
        InetAddress within = InetAddress.getByName("10.0.0.1");
        var addresses = new InetAddress[][] {{somewhere}, {somewhere, within}, {within, somewhere}};

        for (InetAddress[] some : addresses) {
            var named = new Destination(false, host -> some);
            var address = named.parse("https://hooks.example/");
            if (some.length == 1) {
                assertThat(named.addressOf(address)).isEqualTo(somewhere);
            } else {
                assertThatThrownBy(() -> named.addressOf(address)).isInstanceOf(Forbidden.class);
            }
        }
    }

    @Test
    void whereItIsAllowedAnythingIs() throws Forbidden, UnknownHostException {
        var anywhere = new Destination(true, InetAddress::getAllByName);

        assertThat(anywhere.addressOf(anywhere.parse("http://127.0.0.1:8080/hook"))
                        .isLoopbackAddress())
                .isTrue();
    }
}

package org.coterie.events;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.coterie.Door.Somebody;
import org.jspecify.annotations.Nullable;

/** A stream of events over a connection of its own, which can be cut at any byte. */
final class Wire implements AutoCloseable {

    /** In milliseconds: a test that waits for longer fails. */
    private static final int LONGEST_SILENCE = 60_000;

    private final Socket socket;
    private final BufferedReader lines;

    /** An event that has arrived whole. */
    record Arrived(String id, String type, String data) {}

    Wire(Somebody reader, @Nullable String last) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(LONGEST_SILENCE);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String request = "GET /v1/events/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + reader.token()
                + "\r\nAccept: text/event-stream\r\n"
                + (last == null ? "" : "Last-Event-ID: " + last + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** The next comment, which shows that the stream is alive; empty where it has ended. */
    Optional<String> comment() throws IOException {
        Optional<String> line = line();
        while (line.isPresent() && !line.get().startsWith(":")) {
            line = line();
        }
        return line;
    }

    /**
     * The next line that is a comment or of an event, or the one behind the headers; empty where the stream has ended. While it
     * goes on there is never silence: what ends a test that waits in vain is its timeout, which interrupts it.
     */
    Optional<String> line() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("The test takes too long");
            }
            if (line.equals("0")) {
                return Optional.empty(); // the last chunk
            }
            if (line.isEmpty() || line.startsWith(":") || line.matches("(id|event|data):.*")) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** The next event; empty where the stream has ended. */
    Optional<Arrived> event() throws IOException {
        String id = "";
        String type = "";
        String data = "";
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String said = line.get();
            String value = said.substring(said.indexOf(':') + 1).strip();
            if (said.startsWith("id:")) {
                id = value;
            } else if (said.startsWith("event:")) {
                type = value;
            } else if (said.startsWith("data:")) {
                data = value;
            } else if (said.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Arrived(id, type, data));
            }
        }
        return Optional.empty();
    }

    /** The next event; empty also where it does not arrive in time, be it in the midst of it. */
    Optional<Arrived> eventWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return event();
        } catch (SocketTimeoutException late) {
            return Optional.empty(); // whatever of it has come is read anew
        }
    }

    /** Ends the connection without a goodbye. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package org.coterie;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A cable between two programs on this machine that a test can cut and mend. */
public final class Relay implements AutoCloseable {

    private final int target;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private volatile boolean silent;

    private Relay(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
        this.port = door.getLocalPort();
        listen();
    }

    /** Passes on whatever comes to a free port to this one. */
    public static Relay to(int target) throws IOException {
        return new Relay(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return port;
    }

    private void listen() {
        ServerSocket listening = door;
        threads.execute(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket near = listening.accept();
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    // what is small is not to wait for more
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    open.add(near);
                    open.add(far);
                    pass(near, far);
                    pass(far, near);
                } catch (IOException cut) {
                    return;
                }
            }
        });
    }

    private void pass(Socket from, Socket to) {
        threads.execute(() -> {
            try (from;
                    to) {
                var part = new byte[8192];
                for (int read = 0; read >= 0; read = from.getInputStream().read(part)) {
                    if (!silent) {
                        to.getOutputStream().write(part, 0, read);
                    }
                }
            } catch (IOException cut) {
                open.remove(from);
            }
        });
    }

    /** Ends every connection and takes no new one. */
    public void cut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Swallows whatever is sent, and ends nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** Passes on again what is sent from now on. */
    public void speakAgain() {
        silent = false;
    }

    /** Takes connections again, on the same port. */
    public void mend() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen();
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

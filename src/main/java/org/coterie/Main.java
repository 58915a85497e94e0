package org.coterie;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts Coterie. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) throws IOException {
        // the server's own look at an address refuses it without a problem; ours comes first thereafter
        System.setProperty("vertx.disableURIValidation", "true");
        Path file = Path.of(ConfigProvider.getConfig().getValue("coterie.data-path", String.class), "coterie.mv.db");
        if (isEmbedded() && isInUse(file)) {
            // the database would be tried again and again, as one that is still starting
            System.err.printf("%s is in use by another process: stop that, or set COTERIE_DATA_DIR.%n", file);
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    /** Whether this package keeps its data in the embedded database. */
    static boolean isEmbedded() {
        return ConfigProvider.getConfig()
                .getValue("quarkus.datasource.db-kind", String.class)
                .equals("h2");
    }

    /** Whether another process has the embedded database open. */
    private static boolean isInUse(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }
}

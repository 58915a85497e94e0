package org.coterie;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The database of a whole test process. For {@link HttpOnPostgreSql}, and with {@code coterie.database=postgresql}, a real
 * PostgreSQL, its binaries from Maven, is started before the first test and stopped after the last; the embedded database
 * begins empty. With {@code packaged} each test has a package with data of its own.
 */
public class TestDatabase implements LauncherSessionListener, LauncherDiscoveryListener {

    private static final String DATABASE = "coterie.database";

    /** The system property with PostgreSQL's port. */
    static final String PORT = "coterie.test.postgresql-port";

    private @Nullable EmbeddedPostgres postgres;
    private boolean begun;

    static boolean isPostgres() {
        return System.getProperty(PORT) != null;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerLauncherDiscoveryListeners(this);
    }

    /** Before any test class is loaded, which needs to know what to connect to. */
    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
        if (begun) {
            return;
        }
        begun = true;
        boolean asked = request.getSelectorsByType(ClassSelector.class).stream()
                .anyMatch(selected -> selected.getClassName().equals(HttpOnPostgreSql.class.getName()));
        if (asked) {
            System.setProperty(DATABASE, "postgresql");
        }
        try {
            begin(System.getProperty(DATABASE, "h2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(String database) throws IOException {
        if (database.equals("postgresql")) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "60")
                    .start();
            System.setProperty(PORT, Integer.toString(postgres.getPort()));
            System.setProperty("quarkus.datasource.username", "postgres");
            System.setProperty("quarkus.datasource.password", "postgres");
        } else if (database.equals("h2")) {
            deleteAll(Path.of("target", "test-data"));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres == null) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package org.coterie.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.coterie.Door.at;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fails is logged without what somebody has said. */
@QuarkusTest
@Tag("http")
class QuietLogTest {

    @Inject
    DataSource database;

    @Test
    void whatFailsIsLoggedByItsOperationAndNotByWhatSomebodyCaresAbout() {
        Logger logger = Logger.getLogger(ProblemMapper.class.getName());
        var kept = new Kept();
        logger.addHandler(kept);
        try {
            given().urlEncodingEnabled(false)
                    .get("/v0/failing/a-secret%0A2026-01-01%20INFO%20all%20is%20well")
                    .then()
                    .statusCode(500)
                    .body(at("$.code", equalTo("internal-error")));
        } finally {
            logger.removeHandler(kept);
        }

        assertThat(kept.messages).containsExactly("/v0/failing/{tag} failed");
    }

    @Test
    void whatPostgresDoesNotTakeIsNotRepeatedInWhyItDoesNot() throws SQLException {
        String secret = unique("a-secret");
        Throwable refused;
        try (var connection = database.getConnection()) {
            assumeTrue(connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
            try (var insert = connection.prepareStatement("insert into tag (id, name) values (?, ?)")) {
                for (int i = 0; i < 2; i++) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, secret + "x".repeat(1_000));
                    insert.addBatch();
                }
                refused = catchThrowable(insert::executeBatch);
            }
        }

        assertThat(refused).isInstanceOf(SQLException.class);
        assertThat(whole(refused)).doesNotContain(secret);
    }

    private static String whole(Throwable failure) {
        var written = new StringWriter();
        failure.printStackTrace(new PrintWriter(written));
        return written.toString();
    }

    /** Remembers what is logged. */
    private static final class Kept extends Handler {

        private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            messages.add(MESSAGE.format(logged));
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}

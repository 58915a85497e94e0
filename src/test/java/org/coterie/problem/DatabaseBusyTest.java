package org.coterie.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.at;
import static org.coterie.Door.join;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.Together;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others who change the same for too long are no fault of the server's. */
@QuarkusTest
@Tag("http")
class DatabaseBusyTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"HYT00", "55P03", "40001", "40P01"})
    void whatGaveWayToOthersIsToldFromOtherFailures(String state) {
        var failure = new IllegalStateException(new SQLException("Somebody else was first.", state));

        assertThat(DatabaseBusy.isCauseOf(failure)).isTrue();
        assertThat(DatabaseBusy.isCauseOf(new IllegalStateException(new SQLException("Wrong.", "23505"))))
                .isFalse();
        assertThat(DatabaseAway.isCauseOf(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23503", "23505", "23506"})
    void whatOthersWereQuickerWithIsToldFromOtherFailures(String state) {
        var failure = new IllegalStateException(new SQLException("There already, or gone.", state));

        assertThat(DatabaseBusy.isOvertakenIn(failure)).isTrue();
        assertThat(DatabaseBusy.isOvertakenIn(new OptimisticLockException("Gone.")))
                .isTrue();
        assertThat(DatabaseBusy.isOvertakenIn(new IllegalStateException(new SQLException("Wrong.", "22001"))))
                .isFalse();
    }

    @Test
    void whatIsSaidAboutWhomeverIsJustLeavingFailsForNobody() throws Exception {
        for (int round = 0; round < 12; round++) {
            var ada = join("ada");
            var others = Stream.generate(() -> join("other")).limit(4).toList();
            List<Callable<Integer>> requests = new ArrayList<>();
            requests.add(() -> ada.asks().delete("/v1/people/me").statusCode());
            requests.add(() -> ada.asks().get("/v1/home").statusCode());
            for (String what : List.of("blocks", "avoids", "companions")) {
                for (var other : others) {
                    requests.add(() -> other.asks()
                            .put("/v1/people/me/" + what + "/" + ada.id())
                            .statusCode());
                }
            }

            assertThat(Together.all(requests)).doesNotContain(500);
        }
    }

    @Test
    void whoeverWaitsTooLongIsAskedToComeAgain() throws SQLException {
        var ada = join("ada");
        var interests = Map.of("interests", List.of(Map.of("tag", "mending")));
        try (var connection = database.getConnection()) {
            assumeTrue(
                    connection.getMetaData().getDatabaseProductName().equals("H2"),
                    "Only the embedded database gives up waiting by itself");
            connection.setAutoCommit(false);
            try (var hold = connection.prepareStatement("update person set display_name = 'Ada' where id = ?")) {
                hold.setObject(1, UUID.fromString(ada.id()));
                hold.executeUpdate();

                ada.asks()
                        .body(interests)
                        .put("/v1/people/me/interests")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body(at("$.code", equalTo("busy")));
            } finally {
                connection.rollback();
            }
        }

        ada.asks().body(interests).put("/v1/people/me/interests").then().statusCode(200);
    }
}

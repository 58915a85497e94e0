package org.coterie.synonyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.coterie.Door.at;
import static org.coterie.Door.operator;
import static org.coterie.Door.unique;
import static org.coterie.synonyms.Words.PATH;
import static org.coterie.synonyms.Words.holders;
import static org.coterie.synonyms.Words.merged;
import static org.coterie.synonyms.Words.read;
import static org.coterie.synonyms.Words.settled;
import static org.coterie.synonyms.Words.tags;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.coterie.Door.Somebody;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of merges, and of those behind them, that cannot be done. */
@QuarkusTest
@Tag("http")
class FailingMergeTest {

    private final Kept kept;
    private final StubbornMover stubborn;
    private final String biking = unique("biking");
    private final String cycling = unique("cycling");
    private final String riding = unique("riding");

    FailingMergeTest(DataSource database, StubbornMover stubborn) {
        this.kept = new Kept(database);
        this.stubborn = stubborn;
    }

    private static String begun(String tag, String sameAs) {
        return Words.id(
                operator().body(Words.pair(tag, sameAs, null)).post(PATH).then().statusCode(202));
    }

    private void awaitFailures(int howMany, String id) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Integer.parseInt(kept.rows("select failures from synonym where id = '%s'".formatted(id))
                                .get(0))
                        >= howMany);
    }

    private static String state(String id) {
        return read(id).path("state").asText();
    }

    @Test
    void oneThatCannotBeDoneIsTriedAgainWhileOthersGoOn() {
        Somebody ada = holders(1, biking).get(0);
        holders(1, cycling);
        holders(1, riding);
        String baking = unique("baking");
        String bread = unique("bread");
        holders(1, baking);
        holders(1, bread);
        UUID refused = kept.tag(biking);
        stubborn.refuse(refused);
        String failing = begun(biking, cycling);
        String buildingOnIt = begun(cycling, riding);
        awaitFailures(2, failing);

        merged(baking, bread);
        assertThat(state(failing)).isEqualTo("MERGING");
        assertThat(state(buildingOnIt)).isEqualTo("AGREED");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> operator()
                        .get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(at("$.checks[?(@.name == 'Merges of tags')].data.failing", hasItem(1))));

        stubborn.giveIn(refused);
        settled(failing, "MERGED");
        settled(buildingOnIt, "MERGED");
        assertThat(tags(ada)).containsExactly(riding);
        assertThat(kept.rows("select failures, retry_at from synonym where id = '%s'".formatted(failing)))
                .containsExactly("0 null");
    }

    @Test
    void whatCannotBeDoneCanBeTakenBack() {
        Somebody ada = holders(1, biking).get(0);
        holders(1, cycling);
        holders(1, riding);
        UUID refused = kept.tag(biking);
        stubborn.refuse(refused);
        String failing = begun(biking, cycling);
        String buildingOnIt = begun(cycling, riding);
        awaitFailures(1, failing);

        Words.undone(buildingOnIt);
        Words.undone(failing);
        stubborn.giveIn(refused);
        assertThat(tags(ada)).containsExactly(biking);
        assertThat(kept.before(failing)).isZero();
    }
}

package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coterie.Door.Somebody;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of many tags at once takes about as many statements of Hibernate as what is said of two. */
@QuarkusTest
@Tag("http")
class FewStatementsTest {

    private static final String INTERESTS = "/v1/people/me/interests";
    private static final String SIGNALS = "/v1/people/me/signals";

    private static final int ABOUT = 15;

    /** What is done in the background meanwhile counts along, and only ever adds. */
    private static final int TRIES = 5;

    @Inject
    SessionFactory sessions;

    private long statements(Supplier<Response> request) {
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        request.get().then().statusCode(lessThan(300));
        return statistics.getPrepareStatementCount() - before;
    }

    /** A request of somebody, prepared with so many tags. */
    private void takesFew(IntFunction<Supplier<Response>> about, int many) {
        assertThat(fewest(about, many)).isLessThan(fewest(about, 2) + ABOUT);
    }

    private long fewest(IntFunction<Supplier<Response>> about, int tags) {
        return LongStream.generate(() -> statements(about.apply(tags)))
                .limit(TRIES)
                .min()
                .orElseThrow();
    }

    private static List<String> tags(int count) {
        return Stream.generate(() -> unique("tag")).limit(count).toList();
    }

    private static String hashtags(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "#" + Character.toString(0x4E00 + i))
                .collect(Collectors.joining(" "));
    }

    private static Response say(Somebody somebody, String text) {
        return somebody.asks().body(Map.of("text", text)).post(SIGNALS);
    }

    private static String said(Somebody somebody, String text) {
        return SIGNALS + "/"
                + say(somebody, text).then().statusCode(201).extract().<String>path("id");
    }

    @Test
    void manyInterestsAreDeclaredInFewStatements() {
        takesFew(
                count -> {
                    Somebody ada = join("ada");
                    var interests =
                            tags(count).stream().map(tag -> Map.of("tag", tag)).toList();
                    return () -> ada.asks().body(Map.of("interests", interests)).put(INTERESTS);
                },
                90);
    }

    @Test
    void manyHashtagsAreSaidInFewStatements() {
        takesFew(
                count -> {
                    Somebody ada = join("ada");
                    String text = hashtags(count);
                    return () -> say(ada, text);
                },
                70);
    }

    @Test
    void manyHashtagsAreTakenBackInFewStatements() {
        takesFew(
                count -> {
                    Somebody ada = join("ada");
                    String text = hashtags(count);
                    said(ada, text);
                    String again = said(ada, text);
                    return () -> ada.asks().delete(again);
                },
                70);
    }

    @Test
    void manyTagsAreDecidedInFewStatements() {
        takesFew(
                count -> {
                    Somebody ada = join("ada");
                    String text = hashtags(count);
                    String own = said(ada, text) + "/tags";
                    List<String> all = List.of(text.split(" "));
                    var decision =
                            Map.of("confirm", all.subList(0, count / 2), "reject", all.subList(count / 2, count));
                    return () -> ada.asks().body(decision).put(own);
                },
                40);
    }
}

package org.coterie.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.runtime.StartupEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    @Test
    void aVectorHasLengthOne() {
        float[] vector = TestModel.vector("rock climbing");

        assertThat(vector).hasSize(Meaning.DIMENSIONS);
        assertThat(Nearness.cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void wordsThatMeanTheSamePointTheSameWay() {
        float[] cycling = TestModel.vector("cycling");

        assertThat(Nearness.cosine(cycling, TestModel.vector("biking"))).isGreaterThan(0.9);
        assertThat(Nearness.cosine(cycling, TestModel.vector("cooking"))).isLessThan(0.75);
    }

    @Test
    void aTextMeansTheSameAloneAndAmongOthers() {
        List<String> texts = List.of("chess", "a long walk along the river with two dogs and a friend", "tea", "chess");

        List<float[]> vectors = TestModel.get().ofAll(texts);

        assertThat(vectors).hasSize(4);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(vectors.get(i)).isEqualTo(TestModel.vector(texts.get(i)));
        }
    }

    @Test
    void readRoughlyATextMeansNearlyTheSame() {
        List<String> texts = new ArrayList<>(List.of("tea", "🎸", "Ich bin heute lieber zu Hause geblieben", "tea"));
        for (String word : List.of("chess", "music", "soccer", "water", "garden", "guitar")) {
            texts.add("on Sundays I like to spend my time with " + word);
        }

        List<float[]> vectors = TestModel.get().ofAllRoughly(texts);

        for (int i = 0; i < texts.size(); i++) {
            double length = texts.get(i).equals("🎸") ? 0 : 1;
            assertThat(Nearness.cosine(vectors.get(i), TestModel.vector(texts.get(i))))
                    .isBetween(length - 0.02, length + 0.001);
        }
    }

    @Test
    void manyAtOnceAreToldInTheirOrder() {
        List<float[]> vectors = TestModel.get().ofAll(Collections.nCopies(500, "sundials"));

        assertThat(vectors)
                .hasSize(500)
                .allSatisfy(vector -> assertThat(vector).isEqualTo(TestModel.vector("sundials")));
    }

    @Test
    void ofAVeryLongTextTheBeginningCounts() {
        String beginning = "rock ".repeat(600);

        assertThat(TestModel.vector(beginning + "cooking ".repeat(100_000))).isEqualTo(TestModel.vector(beginning));
    }

    @Test
    void whatTheModelDoesNotKnowMeansNothing() {
        assertThat(TestModel.vector("🎸")).containsOnly(0);
        assertThat(TestModel.vector("")).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"σκάκι", "фотография", "שחמט", "شطرنج", "शतरंज", "หมากรุก", "바둑", "囲碁", "Python для детей"})
    void whatIsInAScriptThatTheModelDoesNotReadMeansNothing(String word) {
        assertThat(TestModel.vector(word)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"π day", "Fußball", "Đờn ca tài tử", "c++", "1990"})
    void aFewSuchLettersStandInNobodysWay(String word) {
        assertThat(Nearness.cosine(TestModel.vector(word), TestModel.vector(word)))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void switchedOffNothingHasAMeaning() throws Exception {
        var off = new Meaning(() -> false);
        off.start(new StartupEvent());

        assertThat(off.on()).isFalse();
        assertThat(off.of("chess")).isEmpty();
        assertThat(off.ofAll(List.of("chess"))).isEmpty();
        assertThat(off.ready().toCompletableFuture().get(1, TimeUnit.SECONDS)).isFalse();
        assertThat(off.standing().because()).contains("coterie.meaning");
    }

    @Test
    void asLongAsItIsLoadingNothingHasAMeaning() {
        var meaning = new Meaning(() -> true);

        assertThat(meaning.on()).isFalse();
        assertThat(meaning.of("chess")).isEmpty();
        assertThat(meaning.standing().state()).isEqualTo(Meaning.State.LOADING);
    }

    @Test
    void itLoadsInTheBackgroundAndSaysWhenItIsReady() throws Exception {
        TestModel.get();
        var meaning = new Meaning(() -> true);

        meaning.start(new StartupEvent());

        assertThat(meaning.ready().toCompletableFuture().get(1, TimeUnit.MINUTES))
                .isTrue();
        assertThat(meaning.of("chess")).isPresent();
        meaning.close();
        assertThat(meaning.of("chess")).isEmpty();
    }
}

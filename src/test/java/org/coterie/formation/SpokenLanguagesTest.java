package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpokenLanguagesTest {

    @Test
    void regionsOfOneLanguageUnderstandEachOther() {
        var languages = new SpokenLanguages();
        int brazilian = languages.note("pt-BR,en");
        int portuguese = languages.note("pt-PT");
        int german = languages.note("de");
        int unknown = languages.note("");
        languages.deal();

        assertThat(languages.mask(brazilian) & languages.mask(portuguese)).isNotZero();
        assertThat(languages.mask(brazilian) & languages.mask(german)).isZero();
        assertThat(languages.mask(unknown)).isZero();
        assertThat(languages.hasNoBit(unknown)).isFalse();
    }

    @Test
    void thoseOfOneLanguageWhoCallItOtherwiseUnderstandEachOther() {
        var languages = new SpokenLanguages();
        int norwegian = languages.note("no");
        int bokmaal = languages.note("nb");
        int nynorsk = languages.note("nn-NO,en");
        int mandarin = languages.note("cmn");
        int chinese = languages.note("zh-Hans");
        languages.deal();

        assertThat(languages.mask(norwegian)).isEqualTo(languages.mask(bokmaal)).isNotZero();
        assertThat(languages.mask(norwegian) & languages.mask(nynorsk)).isNotZero();
        assertThat(languages.mask(mandarin)).isEqualTo(languages.mask(chinese)).isNotZero();
        assertThat(languages.mask(mandarin) & languages.mask(norwegian)).isZero();
    }

    @Test
    void beyondSixtyFourLanguagesNobodyIsTakenForSomebodyElse() {
        var languages = new SpokenLanguages();
        int[] sets = IntStream.range(0, 70)
                .map(i -> {
                    String language = "l" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
                    for (int speakers = i; speakers < 70; speakers++) {
                        languages.note(language);
                    }
                    return languages.note(language);
                })
                .toArray();
        languages.deal();

        long together = 0;
        for (int i = 0; i < 64; i++) {
            assertThat(Long.bitCount(languages.mask(sets[i]))).isEqualTo(1);
            assertThat(together & languages.mask(sets[i])).isZero();
            together |= languages.mask(sets[i]);
        }
        for (int i = 64; i < 70; i++) {
            assertThat(languages.hasNoBit(sets[i])).isTrue();
        }
    }
}

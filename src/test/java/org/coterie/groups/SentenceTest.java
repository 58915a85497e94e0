package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void labelsAreWholeWhereThereIsRoom() {
        assertThat(told(List.of("Dungeons & Dragons", "Chess", "Live action role-playing"), 12))
                .containsExactly("Dungeons & Dragons", "Chess", "Live action role-playing");
    }

    @Test
    void longLabelsShareTheRoom() {
        assertThat(told(List.of("a b c d e", "f g h i", "j"), 6)).containsExactly("a b …", "f g …", "j");
        assertThat(told(List.of("a b", "c d"), 1)).containsExactly("a …", "c …");
    }

    private static Stream<String> told(List<String> labels, int room) {
        int each = Sentence.wordsEach(labels, room);
        return labels.stream().map(label -> Sentence.label(label, each).toString());
    }
}

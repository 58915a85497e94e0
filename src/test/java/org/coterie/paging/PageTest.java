package org.coterie.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void whoIsGoneMeanwhileEndsNoList() {
        Page<Integer> rows = Page.of(List.of(1, 2, 3), 2, String::valueOf);

        Page<String> known = rows.mapKnown(row -> row == 2 ? Optional.empty() : Optional.of("row " + row));

        assertThat(known.items()).containsExactly("row 1");
        assertThat(known.nextCursor()).isEqualTo("2");
    }
}

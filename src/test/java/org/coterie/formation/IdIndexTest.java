package org.coterie.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdIndexTest {

    @Test
    void idsAreNumberedAsTheyCome() {
        var index = new IdIndex();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            ids.add(i % 2 == 0 ? UUID.randomUUID() : UuidCreator.getTimeOrderedEpoch());
        }

        for (int i = 0; i < ids.size(); i++) {
            assertThat(index.add(ids.get(i))).isEqualTo(i);
        }

        assertThat(index.size()).isEqualTo(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            assertThat(index.add(ids.get(i))).isEqualTo(i);
            assertThat(index.find(ids.get(i))).isEqualTo(i);
            assertThat(index.get(i)).isEqualTo(ids.get(i));
        }
        assertThat(index.find(UUID.randomUUID())).isEqualTo(-1);
        assertThat(index.find(new UUID(0, 0))).isEqualTo(-1);
    }
}

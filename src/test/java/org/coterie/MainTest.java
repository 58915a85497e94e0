package org.coterie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void theDatabaseThatItIsBuiltForIsKnownBeforeItStarts() throws IOException {
        var built = new Properties();
        try (var in = Main.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            assertThat(in).isNotNull();
            built.load(in);
        }
        assertThat(built.getProperty("coterie.database")).isIn("h2", "postgresql");
    }
}

package org.coterie.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.coterie.transfer.Lines.Line;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Property(tries = 200)
    void whatWasJoinedIsParted(@ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 70_000) Integer> lengths)
            throws IOException {
        String whole = lengths.stream().map("x"::repeat).collect(Collectors.joining("\n"));

        List<Line> lines = linesOf(whole);

        assertThat(lines).hasSameSizeAs(lengths);
        IntStream.range(0, lengths.size()).forEach(i -> {
            boolean tooLong = lengths.get(i) > Lines.LONGEST;
            assertThat(lines.get(i).number()).isEqualTo(i + 1);
            assertThat(lines.get(i).tooLong()).isEqualTo(tooLong);
            assertThat(lines.get(i).bytes()).hasSize(tooLong ? 0 : lengths.get(i));
        });
    }

    @Test
    void blankLinesCount() throws IOException {
        assertThat(linesOf("a\n\n\nb\n")).extracting(Line::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anEmptyFileHasNoLine() throws IOException {
        assertThat(linesOf("")).isEmpty();
    }

    private static List<Line> linesOf(String text) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        List<Line> all = new ArrayList<>();
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }
}

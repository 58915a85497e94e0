package org.coterie;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of people who have much to say, made while it is read: it is never in memory. */
final class TalkativePeople extends InputStream {

    private static final int MESSAGES = 50;
    private static final int WORDS = 150;
    private static final String[] VOCABULARY = {"bike", "lane", "street", "garden", "seed", "lamp", "choir", "river"};

    private final long atLeast;
    private final Random random = new Random(1);
    private byte[] line = {};
    private int position;
    private long bytes;
    private int people;

    /** A file of whole lines, at least so many bytes in all. */
    TalkativePeople(long atLeast) {
        this.atLeast = atLeast;
    }

    /** How many bytes have been read so far. */
    long bytes() {
        return bytes;
    }

    /** How many people have been begun so far. */
    int people() {
        return people;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int most) {
        if (position == line.length) {
            if (bytes >= atLeast) {
                return -1;
            }
            line = nextLine().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        int length = Math.min(most, line.length - position);
        System.arraycopy(line, position, target, from, length);
        position += length;
        bytes += length;
        return length;
    }

    private String nextLine() {
        String messages = IntStream.range(0, MESSAGES)
                .mapToObj(message -> "\"%d %s\"".formatted(message, words()))
                .collect(Collectors.joining(","));
        return "{\"handle\":\"talkative%d\",\"interests\":[\"talking\"],\"signals\":[%s]}\n"
                .formatted(people++, messages);
    }

    private String words() {
        return random.ints(WORDS, 0, VOCABULARY.length)
                .mapToObj(word -> VOCABULARY[word])
                .collect(Collectors.joining(" "));
    }
}

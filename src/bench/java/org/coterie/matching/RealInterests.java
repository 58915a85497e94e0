package org.coterie.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * What somebody of a data set cares about.
 *
 * @param interests each with a strength in (0, 1]
 */
record RealInterests(String handle, List<Interest> interests) {

    /** How much somebody cares about a tag, in (0, 1]. */
    record Interest(String tag, float strength) {}

    private static final double STRONGEST = 5;
    private static final double USUAL = 3;

    /** Everybody in a file {@code people.ndjson.gz} in the format of an import. */
    static List<RealInterests> read(Path people) throws IOException {
        var json = new ObjectMapper();
        List<RealInterests> read = new ArrayList<>();
        try (var lines = lines(people)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.add(of(json.readTree(line)));
            }
        }
        return read;
    }

    /** The lines of a file that is packed. */
    static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static RealInterests of(JsonNode person) {
        List<Interest> interests = new ArrayList<>();
        for (var interest : person.path("interests")) {
            String tag = interest.isTextual()
                    ? interest.asText()
                    : interest.get("tag").asText();
            double strength = interest.path("strength").asDouble(USUAL);
            interests.add(new Interest(tag, (float) (strength / STRONGEST)));
        }
        return new RealInterests(person.get("handle").asText(), interests);
    }

    /** A 64-bit FNV-1a hash. */
    static long key(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}

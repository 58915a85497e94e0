package org.coterie.problem;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is wrong with JSON that is not what is expected. Reading ends at the first place, so that place is taken out and the rest
 * read again, until it can be; then it is held against its constraints, too.
 */
@ApplicationScoped
public class Misreading {

    /** So many values are read again at most, in some tenths of a second: a body of what is wrong throughout is not worth more. */
    private static final int MOST_READ_AGAIN = 200_000;

    private final ObjectMapper json;
    private final Checks checks;

    Misreading(ObjectMapper json, Checks checks) {
        this.json = json;
        this.checks = checks;
    }

    /**
     * Reads what is expected.
     *
     * @throws Problem INVALID with each place that is wrong, where it is something else
     */
    public <T> T expect(JsonNode written, Class<T> expected) {
        return expect(written, expected, List.of());
    }

    /**
     * Reads what is expected, and holds it against its rules.
     *
     * @param known what is wrong with it as it came
     * @throws Problem INVALID with each place that is wrong, these too
     */
    public <T> T expect(JsonNode written, Class<T> expected, List<Fault> known) {
        T read;
        try {
            read = json.treeToValue(written, expected);
        } catch (JsonProcessingException broken) {
            List<Fault> all = new ArrayList<>(known);
            all.addAll(faults(broken, written.deepCopy(), expected));
            throw Problem.invalid(all);
        }
        Findings findings = checks.of(read);
        findings.add(known);
        findings.expectNone();
        return read;
    }

    /** What is wrong with a body that could not be read for this reason; that alone where it is no JSON at all. */
    Problem of(JsonProcessingException broken, byte[] body, Type expected) {
        JsonNode written;
        try {
            written = json.readTree(body);
        } catch (IOException unreadable) {
            return Problem.invalid(List.of(Faults.of(broken)));
        }
        return Problem.invalid(faults(broken, written, expected));
    }

    private List<Fault> faults(JsonProcessingException first, JsonNode written, Type expected) {
        List<Fault> faults = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        JsonProcessingException broken = first;
        int most = Math.min(ProblemView.MOST_ERRORS, 1 + MOST_READ_AGAIN / values(written));
        while (true) {
            String place = Faults.pointerOf(broken);
            if (taken.contains(place)) {
                return faults;
            }
            faults.add(Faults.of(broken));
            taken.add(place);
            if (faults.size() == most || !takeOut(written, JsonPointer.compile(place))) {
                return faults;
            }
            try {
                Object rest = json.treeToValue(written, json.constructType(expected));
                faults.addAll(checks.of(rest).without(taken));
                return faults;
            } catch (JsonProcessingException next) {
                broken = next;
            }
        }
    }

    private static int values(JsonNode written) {
        int values = 1;
        for (JsonNode part : written) {
            values += values(part);
        }
        return values;
    }

    /** The other entries of a list stay where they are. */
    private static boolean takeOut(JsonNode written, JsonPointer place) {
        if (place.matches()) {
            return false; // all of it is wrong
        }
        JsonNode around = written.at(place.head());
        if (around instanceof ArrayNode list && list.has(place.last().getMatchingIndex())) {
            list.set(place.last().getMatchingIndex(), NullNode.getInstance());
            return true;
        }
        return around instanceof ObjectNode object && object.remove(place.last().getMatchingProperty()) != null;
    }
}

package org.coterie.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with one body: what its rules say ({@link Checks}), and what only a room can see. Whoever sent it learns of
 * everything at once. Not for use by several threads at a time.
 */
public final class Findings {

    private final List<Fault> faults = new ArrayList<>();

    Findings() {}

    void add(Fault fault) {
        faults.add(fault);
    }

    /** Adds what is wrong in the room's eyes. */
    public void add(List<Fault> more) {
        faults.addAll(more);
    }

    /** Adds one place that is wrong, by its JSON pointer. */
    public void add(String pointer, String key, Map<String, ?> arguments) {
        faults.add(new Fault(pointer, key, arguments));
    }

    /** The same where there is nothing to name. */
    public void add(String pointer, String key) {
        add(pointer, key, Map.of());
    }

    /** Reads what stands at a place, which is found wrong where that meets a problem. */
    public <T> Optional<T> read(String pointer, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Problem unusable) {
            faults.add(unusable.at(pointer));
            return Optional.empty();
        }
    }

    /** The same of what may be missing, which is another matter. */
    public <T> Optional<T> read(String pointer, @Nullable String written, Function<String, T> reading) {
        return written == null ? Optional.empty() : read(pointer, () -> reading.apply(written));
    }

    /** Those that are at none of these places, nor within. */
    List<Fault> without(Collection<String> places) {
        return faults.stream()
                .filter(fault -> places.stream().noneMatch(place -> (fault.pointer() + "/").startsWith(place + "/")))
                .toList();
    }

    /**
     * Goes on only where nothing was found.
     *
     * @throws Problem INVALID with each place that is wrong
     */
    public void expectNone() {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}

package org.coterie.meaning;

import ai.onnxruntime.OrtException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a text means, as a vector: two texts mean much the same where their vectors point the same way. A model in this
 * process tells it, which knows English only; what is in another language gets a vector that says little, and what is in
 * another script than the Latin one, or only letters to it, of zeros.
 *
 * <p>The model is loaded in the background at the start. Before that, if it is switched off, or if it cannot be loaded
 * here, nothing has a meaning, and whoever asks goes on without.
 */
@ApplicationScoped
public class Meaning {

    /** How many numbers a vector has. */
    public static final int DIMENSIONS = SentenceModel.DIMENSIONS;

    /** Which model it is, and what is read by it: vectors of two models have nothing to do with each other. */
    public static final String MODEL = "bge-small-en-v1.5-q-words";

    private static final Logger LOG = Logger.getLogger(Meaning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More texts that have fewer pieces together are not given to the model at once: it would not be quicker. */
    private static final int MOST_PIECES = 256;

    private static final int AT_ONCE = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final boolean wanted;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private volatile Standing standing;

    /** Whether there is a model. */
    @Schema(
            name = "MeaningState",
            description =
                    "Whether a model tells what words mean: `ON`, `LOADING` for a moment after the start, or `OFF`, by setting or because it does not run here.")
    public enum State {
        /** Not wanted, not to be had on this platform, or given up. */
        OFF,
        /** Not yet. */
        LOADING,
        /** There is. */
        ON
    }

    /**
     * How it stands with the model.
     *
     * @param because why it is off, or empty
     */
    record Standing(State state, @Nullable SentenceModel model, String because) {}

    Meaning(MeaningConfig config) {
        wanted = config.on();
        standing = wanted
                ? new Standing(State.LOADING, null, "")
                : new Standing(State.OFF, null, "coterie.meaning is off");
    }

    /** Begins to load it, when everything else has started. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        if (!wanted) {
            ready.complete(false);
            return;
        }
        var loading = new Thread(this::load, "meaning");
        loading.setDaemon(true);
        loading.start();
    }

    /** Loads the model on this thread. */
    void load() {
        long start = System.nanoTime();
        try {
            begin(SentenceModel.load());
            LOG.infof("What words mean is known (%d ms)", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (IOException | OrtException | RuntimeException | LinkageError failure) {
            giveUp(failure);
        }
        ready.complete(on());
    }

    /** Unless it was closed meanwhile. */
    private synchronized void begin(SentenceModel model) throws OrtException {
        if (standing.state == State.LOADING) {
            standing = new Standing(State.ON, model, "");
        } else {
            model.close();
        }
    }

    private synchronized void giveUp(Throwable failure) {
        if (standing.state != State.OFF) {
            standing = new Standing(State.OFF, null, failure.toString());
            LOG.warn("No model tells what words mean; everything else works", failure);
        }
    }

    /** Whether there is a model now. */
    public State state() {
        return standing.state;
    }

    /** Whether texts have a meaning now. */
    public boolean on() {
        return standing.state == State.ON;
    }

    /** Done when the model is loaded, with {@code true}, or is known to stay away, with {@code false}. */
    public CompletionStage<Boolean> ready() {
        return ready.minimalCompletionStage();
    }

    Standing standing() {
        return standing;
    }

    /**
     * What this text means, in some milliseconds.
     *
     * @param text in English; of more than some 500 words or pieces of words the beginning counts
     * @return a vector of length 1 with {@link #DIMENSIONS} numbers, or of zeros where the text has nothing in it that the
     *     model knows, or is not written in Latin letters; empty without the model, and if so many others ask that this would take more than two seconds
     */
    public Optional<float[]> of(String text) {
        SentenceModel model = standing.model;
        if (model == null) {
            return Optional.empty();
        }
        long[] pieces = model.pieces(text);
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return vectors(model, List.of(pieces)).stream().findFirst();
    }

    /**
     * What these texts mean, as {@link #of} tells it of each, in the same order; several are looked at at once. Waits for
     * its turn however many others ask.
     *
     * @return as many vectors as texts, or none at all without the model
     */
    public List<float[]> ofAll(List<String> texts) {
        return ofAll(texts, 1);
    }

    /**
     * The same, in less time and less exactly: texts of one length are given to the model together, whose rounding then
     * makes a vector that differs a little from that of {@link #of}, by some .006 of the cosine.
     */
    public List<float[]> ofAllRoughly(List<String> texts) {
        return ofAll(texts, MOST_PIECES);
    }

    /**
     * By several texts of one length at a time.
     *
     * @param most of so many pieces together, where one has not more
     */
    private List<float[]> ofAll(List<String> texts, int most) {
        SentenceModel model = standing.model;
        if (model == null) {
            return List.of();
        }
        List<long[]> pieces = texts.parallelStream().map(model::pieces).toList();
        // the longest first, so that none is waited for at the end
        Map<Integer, List<Integer>> byLength = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < texts.size(); i++) {
            byLength.computeIfAbsent(pieces.get(i).length, none -> new ArrayList<>())
                    .add(i);
        }
        float[][] vectors = new float[texts.size()][];
        byLength.entrySet().stream()
                .flatMap(some -> portions(some.getValue(), Math.max(1, most / some.getKey())))
                .toList()
                .parallelStream()
                .forEach(some -> {
                    turns.acquireUninterruptibly();
                    List<float[]> read =
                            vectors(model, some.stream().map(pieces::get).toList());
                    for (int i = 0; i < read.size(); i++) {
                        vectors[some.get(i)] = read.get(i);
                    }
                });
        return Arrays.stream(vectors).allMatch(Objects::nonNull) ? List.of(vectors) : List.of();
    }

    private static Stream<List<Integer>> portions(List<Integer> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)));
    }

    /** With a turn, which is given back; none once the model has failed. */
    private List<float[]> vectors(SentenceModel model, List<long[]> pieces) {
        try {
            return standing.state == State.ON ? model.vectors(pieces) : List.of();
        } catch (OrtException | RuntimeException failure) {
            giveUp(failure);
            return List.of();
        } finally {
            turns.release();
        }
    }

    /** Gives the memory of the model back, once nobody asks it any more. */
    @PreDestroy
    void close() throws OrtException, InterruptedException {
        SentenceModel model;
        synchronized (this) {
            model = standing.model;
            standing = new Standing(State.OFF, null, "closed");
        }
        if (model != null && turns.tryAcquire(AT_ONCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            model.close();
        }
    }
}

package org.coterie.meaning;

import ai.onnxruntime.OrtException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a text means, as a vector: two texts mean much the same where their vectors point the same way. A model in this
 * process tells it, which knows English only; what is in another language gets a vector that says little.
 *
 * <p>The model is loaded in the background at the start. Before that, if it is switched off, or if it cannot be loaded
 * here, nothing has a meaning, and whoever asks goes on without.
 */
@ApplicationScoped
public class Meaning {

    /** How many numbers a vector has. */
    public static final int DIMENSIONS = SentenceModel.DIMENSIONS;

    /** Which model it is: vectors of two models have nothing to do with each other. */
    public static final String MODEL = "bge-small-en-v1.5-q";

    private static final Logger LOG = Logger.getLogger(Meaning.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
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
     *     model knows; empty without the model, and if so many others ask that this would take more than two seconds
     */
    public Optional<float[]> of(String text) {
        SentenceModel model = standing.model;
        if (model == null) {
            return Optional.empty();
        }
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        return Optional.ofNullable(vector(model, text));
    }

    /**
     * What these texts mean, as {@link #of} tells it of each, in the same order; several are looked at at once. Waits for
     * its turn however many others ask.
     *
     * @return as many vectors as texts, or none at all without the model
     */
    public List<float[]> ofAll(List<String> texts) {
        SentenceModel model = standing.model;
        if (model == null) {
            return List.of();
        }
        List<Optional<float[]>> vectors = texts.parallelStream()
                .map(text -> {
                    turns.acquireUninterruptibly();
                    return Optional.ofNullable(vector(model, text));
                })
                .toList();
        return vectors.stream().allMatch(Optional::isPresent)
                ? vectors.stream().map(Optional::get).toList()
                : List.of();
    }

    /** With a turn, which is given back; {@code null} once the model has failed. */
    private float @Nullable [] vector(SentenceModel model, String text) {
        try {
            return standing.state == State.ON ? model.vector(text) : null;
        } catch (OrtException | RuntimeException failure) {
            giveUp(failure);
            return null;
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

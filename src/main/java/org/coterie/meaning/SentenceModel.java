package org.coterie.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The model bge-small-en-v1.5 (BAAI; Xiao et al. 2023, "C-Pack"), with weights of eight bits, run by ONNX Runtime on the
 * processor. English only; on the thread that asks. The model measures the range of what it computes over all that it is
 * given at once, so that a text among others gets a slightly different vector. Thread-safe.
 */
final class SentenceModel implements AutoCloseable {

    /** How many numbers a vector has. */
    static final int DIMENSIONS = 384;

    private static final int WINDOW = 512;
    private static final String WEIGHTS = "/bge-small-en-v1.5-q.onnx";

    private static final String NATIVE_PATH = "onnxruntime.native.path";
    private static final List<String> NATIVE = List.of("/libonnxruntime.so", "/libonnxruntime4j_jni.so");

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * Reads the model, which takes the better part of a second.
     *
     * @throws IOException where the model is not to be found
     * @throws OrtException where it cannot be read
     * @throws LinkageError where this platform has no native part
     */
    static SentenceModel load() throws IOException, OrtException {
        // ONNX Runtime reads from files only. These are gone once it has, so that none stays behind when the process is
        // killed
        Path files = Files.createTempDirectory("coterie-meaning");
        try {
            Path weights = unpack(WEIGHTS, files);
            return new SentenceModel(new WordPieces(Vocabulary.get(), WINDOW), environment(files), weights);
        } finally {
            try (Stream<Path> all = Files.list(files)) {
                for (Path file : all.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(files);
        }
    }

    private SentenceModel(WordPieces pieces, OrtEnvironment environment, Path weights) throws OrtException {
        this.pieces = pieces;
        this.environment = environment;
        try (var options = new OrtSession.SessionOptions()) {
            // no threads of its own, and no memory kept for the next, perhaps much longer, text
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(weights.toString(), options);
        }
    }

    /** With the native part of this platform. Where it is not Linux, ONNX Runtime looks for it itself. */
    private static OrtEnvironment environment(Path files) throws IOException {
        if (System.getProperty("os.name").equals("Linux")) {
            String processor = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
            for (String library : NATIVE) {
                unpack("/ai/onnxruntime/native/linux-" + processor + library, files);
            }
            System.setProperty(NATIVE_PATH, files.toString());
        }
        try {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        } finally {
            System.clearProperty(NATIVE_PATH);
        }
    }

    private static Path unpack(String resource, Path directory) throws IOException {
        Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream packed = SentenceModel.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(packed, file);
        }
        return file;
    }

    /** The pieces of this text, of one beyond the window those of its beginning; none of one in a script, or of words, that it does not read. */
    long[] pieces(String text) {
        return pieces.of(WordPieces.isReadable(text) && !pieces.isRiddle(text) ? text : "");
    }

    /**
     * What these texts mean, each as a vector of length 1, in their order. Zeros where the model knows nothing in one: it takes
     * any two unknown words for the same.
     *
     * @param texts their pieces, as many of each
     */
    List<float[]> vectors(List<long[]> texts) throws OrtException {
        int length = texts.get(0).length;
        long[] shape = {texts.size(), length};
        var ids = LongBuffer.allocate(texts.size() * length);
        texts.forEach(ids::put);
        long[] all = new long[ids.capacity()];
        Arrays.fill(all, 1);
        try (var words = OnnxTensor.createTensor(environment, ids.flip(), shape);
                var kinds = OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.capacity()), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(all), shape);
                var result = session.run(Map.of("input_ids", words, "token_type_ids", kinds, "attention_mask", mask))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            List<float[]> vectors = new ArrayList<>();
            for (int text = 0; text < texts.size(); text++) {
                float[] vector = new float[DIMENSIONS];
                if (pieces.saySomething(texts.get(text))) {
                    // the vector of the first mark stands for the whole text
                    states.get(text * length * DIMENSIONS, vector);
                    normalise(vector);
                }
                vectors.add(vector);
            }
            return vectors;
        }
    }

    private static void normalise(float[] vector) {
        double squares = 0;
        for (float one : vector) {
            squares += (double) one * one;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}

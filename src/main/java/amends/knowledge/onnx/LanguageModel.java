package amends.knowledge.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import amends.knowledge.Embedding;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One model of the BGE family (BAAI, MIT licence), as numbers of 8 bits: a text's meaning is what its first piece has
 * become. Any thread; closed when nobody asks it any more.
 */
final class LanguageModel implements AutoCloseable {
    /** Beginnings say what a text is about; work grows with the length. */
    private static final int MOST_PIECES = 128;
    /** Of the letters of a text in such a language, so many at least stand in words that it has. */
    private static final double WORDED = 0.5;

    /**
     * @param name of its files
     * @param related see {@link Embedding#related}
     * @param worded whether what is no word of the language is not understood at all: initials, sounds, typing at random
     */
    record Kind(String name, float related, boolean worded) {
        static final Kind CHINESE = new Kind("bge-small-zh-v1.5-q", 0.55f, false);
        static final Kind ENGLISH = new Kind("bge-small-en-v1.5-q", 0.72f, true);
    }

    private final Kind kind;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private LanguageModel(Kind kind, WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.kind = kind;
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /** Takes some tenths of a second. */
    static LanguageModel load(Kind kind) throws IOException, OrtException {
        OrtEnvironment environment = LastingEnvironment.get();
        environment.setTelemetry(false);
        var pieces = new WordPieces(vocabulary(kind));
        try (InputStream weights = resource(kind.name + ".onnx");
                var options = new OrtSession.SessionOptions()) {
            // By the thread that asks alone: others of this machine carry voices.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Texts have all lengths: what is kept for one is of no use to the next, and would only grow.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return new LanguageModel(
                    kind, pieces, environment, environment.createSession(weights.readAllBytes(), options));
        }
    }

    private static Map<String, Integer> vocabulary(Kind kind) throws IOException {
        try (InputStream in = resource(kind.name + "-tokenizer.json")) {
            JsonNode words = new ObjectMapper().readTree(in).path("model").path("vocab");
            var vocabulary = new HashMap<String, Integer>();
            words.properties()
                    .forEach(word ->
                            vocabulary.put(word.getKey(), word.getValue().asInt()));
            return vocabulary;
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = LanguageModel.class.getResourceAsStream("/" + name);
        if (in == null) throw new IOException(name + " does not come with this program");
        return in;
    }

    Optional<Embedding> embed(String text) throws OrtException {
        WordPieces.Cut cut = pieces.cut(text, MOST_PIECES);
        boolean says =
                cut.numbers().length > 2 && (!kind.worded || cut.whole() > 0 && cut.whole() >= WORDED * cut.letters());
        if (!says) return Optional.empty();
        return ofLengthOne(meaning(cut.numbers())).map(vector -> new Embedding(kind.name, kind.related, vector));
    }

    private float[] meaning(long[] numbers) throws OrtException {
        long[] shape = {1, numbers.length};
        var read = new long[numbers.length];
        Arrays.fill(read, 1);
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(read), shape);
                var parts = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", parts))) {
            var states = (OnnxTensor) result.get(0);
            FloatBuffer all = states.getFloatBuffer();
            var first = new float[all.capacity() / numbers.length];
            all.get(0, first);
            return first;
        }
    }

    /** Empty for what is no vector: it would spoil every sum. */
    private static Optional<float[]> ofLengthOne(float[] vector) {
        double square = 0;
        for (float one : vector) square += one * one;
        var length = (float) Math.sqrt(square);
        if (!(length > 0) || Float.isInfinite(length)) return Optional.empty();
        for (int i = 0; i < vector.length; i++) vector[i] /= length;
        return Optional.of(vector);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}

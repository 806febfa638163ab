package amends.knowledge.onnx;

import ai.onnxruntime.OrtException;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Embedding;
import amends.knowledge.EmbeddingModel;
import amends.knowledge.onnx.LanguageModel.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small model for each language, loaded when it is first asked. Where one cannot be had, or fails, it is said once
 * in the log, and that language is not understood until the next start. Any thread.
 */
public final class OnnxEmbeddings implements EmbeddingModel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbeddings.class);
    private static final Map<ArticleLanguage, Kind> KINDS =
            Map.of(ArticleLanguage.ZH_CN, Kind.CHINESE, ArticleLanguage.EN, Kind.ENGLISH);

    private final Optional<Path> libraries;
    /** Many ask at once; nobody asks while a model is loaded or closed. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private final Map<ArticleLanguage, LanguageModel> loaded = new EnumMap<>(ArticleLanguage.class);
    private final Map<ArticleLanguage, Boolean> failed = new EnumMap<>(ArticleLanguage.class);
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean closed;

    /** @param libraries a folder of the program's own, for the runtime's libraries; empty: that for temporary files */
    public OnnxEmbeddings(Optional<Path> libraries) {
        this.libraries = libraries;
    }

    @Override
    public Optional<String> space(ArticleLanguage language) {
        lock.readLock().lock();
        try {
            return closed || failed.containsKey(language)
                    ? Optional.empty()
                    : Optional.of(KINDS.get(language).name());
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Optional<Embedding> embed(String text, ArticleLanguage language) {
        load(language);
        lock.readLock().lock();
        try {
            LanguageModel model = loaded.get(language);
            return model == null ? Optional.empty() : model.embed(text);
        } catch (OrtException | RuntimeException e) {
            if (told.compareAndSet(false, true))
                LOG.warn("a text in {} was not understood, and others may not be: {}", language.tag(), e.toString());
            return Optional.empty();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void load(ArticleLanguage language) {
        if (isSettled(language)) return;
        lock.writeLock().lock();
        try {
            if (closed || loaded.containsKey(language) || failed.containsKey(language)) return;
            if (libraries.isPresent()) RuntimeFiles.use(libraries.get());
            loaded.put(language, LanguageModel.load(KINDS.get(language)));
        } catch (IOException | OrtException | RuntimeException | LinkageError | OutOfMemoryError e) {
            failed.put(language, true);
            LOG.warn(
                    "articles in {} are found by their words alone, not by what is meant: {}",
                    language.tag(),
                    e.toString());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean isSettled(ArticleLanguage language) {
        lock.readLock().lock();
        try {
            return closed || loaded.containsKey(language) || failed.containsKey(language);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            for (LanguageModel model : loaded.values()) model.close();
            loaded.clear();
        } catch (OrtException e) {
            LOG.debug("a model did not close", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}

package amends.knowledge.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an index lies. One that is broken is thrown away, for everything in it can be fetched again; where another
 * desk has it open or the disk refuses, it is kept in memory: a search that is made anew at each start, and no reason
 * to do without.
 */
final class IndexPlace {
    private static final Logger LOG = LoggerFactory.getLogger(IndexPlace.class);

    private IndexPlace() {}

    static ArticleIndex open(Path folder, TextAnalysis analysis) {
        try {
            return onDisk(folder, analysis);
        } catch (LockObtainFailedException e) {
            LOG.info("the index of articles in {} is in use: this desk keeps its own in memory", folder);
            return inMemory(analysis);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the index of articles in {} is broken and made anew: {}", folder, e.toString());
        }
        return anew(folder, analysis);
    }

    /** Throws away what is there. */
    static ArticleIndex anew(Path folder, TextAnalysis analysis) {
        try {
            clear(folder);
            return onDisk(folder, analysis);
        } catch (IOException | RuntimeException e) {
            LOG.warn("no index of articles can be kept in {}, so in memory: {}", folder, e.toString());
            return inMemory(analysis);
        }
    }

    static ArticleIndex inMemory(TextAnalysis analysis) {
        try {
            return new ArticleIndex(new ByteBuffersDirectory(), analysis);
        } catch (IOException e) {
            throw new IllegalStateException("memory that fails", e);
        }
    }

    private static ArticleIndex onDisk(Path folder, TextAnalysis analysis) throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            return new ArticleIndex(directory, analysis);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> within = Files.walk(folder)) {
            for (Path path : within.sorted(Comparator.reverseOrder()).toList())
                if (!path.equals(folder)) Files.delete(path);
        }
        if (!Files.isDirectory(folder)) Files.delete(folder);
    }
}

package amends.knowledge.lucene;

import amends.knowledge.EverydayWords;
import amends.knowledge.HouseWords;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the house's words, by their version: questions are understood by the new ones at once, articles as soon as they
 * are indexed anew. On the feeder's thread.
 */
final class FollowedWords {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedWords.class);
    private final HouseWords words;
    private int seen = -1;
    private boolean others;

    FollowedWords(HouseWords words) {
        this.words = words;
    }

    /** @return whether articles are to be indexed anew, until that {@link #indexed is done} */
    boolean follow(TextAnalysis analysis) {
        int version = words.version();
        if (version == seen) return others;
        EverydayWords now = version == 0 ? EverydayWords.NONE : said(version).orElseGet(analysis::words);
        if (!now.meansSame(analysis.words())) {
            analysis.use(now);
            others = true;
        }
        seen = version;
        return others;
    }

    /** A list that cannot be read, whoever put it in force, takes no words away. */
    private Optional<EverydayWords> said(int version) {
        Optional<EverydayWords> latest = words.version(version).flatMap(HouseWords.Kept::read);
        if (latest.isEmpty())
            LOG.error("version {} of the house's words cannot be read: those before it stay", version);
        return latest.or(words::readable);
    }

    void indexed() {
        others = false;
    }
}

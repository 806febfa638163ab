package amends.knowledge.lucene;

import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.EverydayWords;
import amends.knowledge.EverydayWordsReader;
import amends.knowledge.HouseWords;
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
        EverydayWords now = words.version(version).map(FollowedWords::read).orElse(EverydayWords.NONE);
        if (!now.meansSame(analysis.words())) {
            analysis.use(now);
            others = true;
        }
        seen = version;
        return others;
    }

    /** A list that a later program may not read any more costs its words, not the search. */
    private static EverydayWords read(HouseWords.Kept kept) {
        try {
            return EverydayWordsReader.read("version " + kept.version(), kept.source());
        } catch (YamlMistakes e) {
            LOG.error("the house's words cannot be read: {}", e.getMessage());
            return EverydayWords.NONE;
        }
    }

    void indexed() {
        others = false;
    }
}

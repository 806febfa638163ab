package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.knowledge.ArticleImport.Keep;
import amends.knowledge.Articles;
import amends.knowledge.Confirmations;
import amends.knowledge.FlowImport;
import amends.knowledge.FlowPaths;
import amends.knowledge.Flows;
import amends.knowledge.HouseWords;
import amends.knowledge.Phrasings;
import amends.knowledge.ReadersScript;
import amends.knowledge.UsedArticles;
import amends.knowledge.jdbc.JdbcArticles;
import amends.knowledge.jdbc.JdbcConfirmations;
import amends.knowledge.jdbc.JdbcFlowPaths;
import amends.knowledge.jdbc.JdbcFlows;
import amends.knowledge.jdbc.JdbcHouseWords;
import amends.knowledge.jdbc.JdbcPhrasings;
import amends.knowledge.jdbc.JdbcUsedArticles;
import amends.knowledge.lucene.IndexSources;
import amends.knowledge.lucene.LuceneKnowledgeBase;
import amends.knowledge.lucene.OpenccScript;
import amends.knowledge.onnx.OnnxEmbeddings;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of a desk that has to do with articles. */
record KnowledgeRoom(
        Articles articles,
        Flows flows,
        UsedArticles used,
        FlowPaths paths,
        Confirmations confirmations,
        Phrasings phrasings,
        HouseWords words,
        OnnxEmbeddings model,
        LuceneKnowledgeBase base,
        ReadersScript script,
        OutsidePrograms outside)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeRoom.class);

    static KnowledgeRoom open(Database database, Home home, Timekeeper time) {
        var articles = new JdbcArticles(database, time);
        var phrasings = new JdbcPhrasings(database);
        var words = new JdbcHouseWords(database);
        var model = model(home);
        return new KnowledgeRoom(
                articles,
                new JdbcFlows(database, time),
                new JdbcUsedArticles(database),
                new JdbcFlowPaths(database),
                new JdbcConfirmations(database),
                phrasings,
                words,
                model,
                base(home, new IndexSources(articles, phrasings, words, model), time),
                new OpenccScript(),
                new OutsidePrograms(home, time));
    }

    /** Loads nothing before it is asked. */
    static OnnxEmbeddings model(Home home) {
        return new OnnxEmbeddings(Optional.of(home.folder().resolve("native")));
    }

    static LuceneKnowledgeBase base(Home home, IndexSources sources, Timekeeper time) {
        return LuceneKnowledgeBase.open(
                Optional.of(home.folder().resolve("article-index")), sources, time, ZoneId.systemDefault());
    }

    /** What comes with the program, into a database of the desk's own in which there never were any. */
    void fill(Database database) {
        try {
            KbFolder shipped = ShippedArticles.read();
            shipped.mistakes().forEach(mistake -> LOG.error("a shipped article cannot be read: {}", mistake));
            if (KbBooks.importing(database, Timekeeper.system(), shipped.mark()).first(shipped.articles())) {
                base.nudge();
                new FlowImport(flows, database).run(shipped.flows());
                shipped.words()
                        .ifPresent(list -> KbBooks.words(database, Timekeeper.system(), shipped.mark())
                                .take(list, Keep.NEITHER));
            }
        } catch (IOException e) {
            LOG.error("the shipped articles cannot be read", e);
        }
    }

    @Override
    public void close() {
        base.close();
        model.close();
    }
}

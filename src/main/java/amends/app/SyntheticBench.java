package amends.app;

import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Cue;
import amends.knowledge.EmbeddingModel;
import amends.knowledge.Query;
import amends.knowledge.lucene.IndexSources;
import amends.knowledge.lucene.LuceneKnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Measures how the search bears many entries: the time to make the index, to open it and to ask, all in one process. */
final class SyntheticBench {
    private static final Duration PATIENCE = Duration.ofHours(3);

    /** So many entries at most are made once more, for what it takes without the compiler. */
    private static final int MADE_TWICE = 100_000;

    private final int size;
    private final int asked;
    private final EmbeddingModel model;
    private final Timekeeper time;

    /** @param asked how many questions are measured, even; as many warm up */
    SyntheticBench(int size, int asked, EmbeddingModel model, Timekeeper time) {
        this.size = size;
        this.asked = asked;
        this.model = model;
        this.time = time;
    }

    Map<String, Object> measured() throws IOException {
        var real = ShippedArticles.read().articles();
        if (real.isEmpty()) throw new Trouble(Exit.NO_INPUT, "there are no shipped articles to make entries of");
        var corpus = new SyntheticCorpus(size, real);
        Path place = Files.createTempDirectory("amends-index");
        try {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("docs", size);
            long began = time.nanos();
            try (var base = upToDate(place, corpus)) {
                figures.put("index_ms", Math.round(millisSince(began)));
                figures.put("index_bytes", base.bytes());
                if (size <= MADE_TWICE) figures.put("index_warm_ms", Math.round(madeAgain(corpus)));
                base.awaitMeanings(PATIENCE);
                ask(base, corpus, figures);
                askOddly(base, corpus, figures);
            }
            began = time.nanos();
            try (var base = upToDate(place, corpus)) {
                KbBench.ask(base, corpus.question(1, true));
                figures.put("open_ms", BenchScore.round(millisSince(began)));
            }
            return figures;
        } finally {
            remove(place);
        }
    }

    /** The first making is half the compiler's work, as after a program's start; this is that of a desk at work. */
    private double madeAgain(SyntheticCorpus corpus) throws IOException {
        Path place = Files.createTempDirectory("amends-index");
        long began = time.nanos();
        try (var again = upToDate(place, corpus)) {
            return millisSince(began);
        } finally {
            remove(place);
        }
    }

    private LuceneKnowledgeBase upToDate(Path place, SyntheticCorpus corpus) {
        var base = LuceneKnowledgeBase.open(
                Optional.of(place), IndexSources.of(corpus).with(model), time, ZoneId.systemDefault());
        if (base.awaitUpToDate(PATIENCE)) return base;
        base.close();
        throw new Trouble(Exit.FAILED, "the index was not made in time");
    }

    /** Every other question has the name of its entry in it, and that entry should be found. */
    private void ask(LuceneKnowledgeBase base, SyntheticCorpus corpus, Map<String, Object> figures) {
        var random = new Random(size);
        List<Double> millis = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 2 * asked; i++) {
            int number = 1 + random.nextInt(size);
            boolean named = i % 2 == 0;
            String question = corpus.question(number, named);
            long began = time.nanos();
            List<String> answers = KbBench.ask(base, question);
            if (i < asked) continue;
            millis.add(millisSince(began));
            if (named && answers.contains(SyntheticCorpus.slug(number))) found++;
        }
        figures.put("n", asked);
        figures.put("recall10", BenchScore.round(found / (asked / 2.0)));
        BenchScore.times(millis, figures);
    }

    /** What was mistyped and may have been meant otherwise; and what is no question at all, in every way it can be asked. */
    private void askOddly(LuceneKnowledgeBase base, SyntheticCorpus corpus, Map<String, Object> figures) {
        base.awaitSpelling(PATIENCE);
        var random = new Random(size);
        List<Double> meant = new ArrayList<>();
        for (int i = 0; i < asked / 4; i++) {
            String question = corpus.question(1 + random.nextInt(size), false);
            int wrong = random.nextInt(question.length());
            char other = (char) ('\u4e00' + random.nextInt(20_000));
            String mistyped = question.substring(0, wrong) + other + question.substring(wrong + 1);
            meant.add(took(() -> base.meant(Query.byAgent(mistyped, ArticleLanguage.ZH_CN, BenchScore.DEPTH))));
        }
        figures.put("meant_p99_ms", BenchScore.percentile(meant, 0.99));
        double slowest = 0;
        for (Map.Entry<String, String> odd : OddQuestions.all().entrySet())
            for (int times = 0; times < 3; times++) {
                double millis = oddly(base, odd.getValue());
                if (millis <= slowest) continue;
                slowest = millis;
                figures.put("odd_max_ms", BenchScore.round(millis));
                figures.put("odd_slowest", odd.getKey());
            }
    }

    /** @return how long the slowest way took */
    private double oddly(LuceneKnowledgeBase base, String odd) {
        Query query = Query.byAgent(odd, ArticleLanguage.ZH_CN, BenchScore.DEPTH);
        return DoubleStream.of(
                        took(() -> base.search(query)),
                        took(() -> base.meant(query)),
                        took(() -> base.suggest(List.of(new Cue.Typed(odd)), ArticleLanguage.ZH_CN, 5)))
                .max()
                .orElseThrow();
    }

    private double took(Runnable work) {
        long began = time.nanos();
        work.run();
        return millisSince(began);
    }

    private double millisSince(long began) {
        return (time.nanos() - began) / 1e6;
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> within = Files.walk(place)) {
            for (Path path : within.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}

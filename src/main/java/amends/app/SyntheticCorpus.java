package amends.app;

import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleSource;
import amends.knowledge.ArticleText;
import amends.knowledge.Articles;
import amends.knowledge.Audience;
import amends.knowledge.Validity;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * As many entries as one likes, made of the sentences of real ones and of a name of their own each. An entry follows from
 * its number alone and is made when it is asked for, so that a million cost no memory.
 */
final class SyntheticCorpus implements Articles {
    private static final long SEED = 20_260_101;
    private static final String NAMES = "安宝昌诚德丰福富广海恒宏华汇嘉金锦景康乐利龙隆茂民宁鹏平庆瑞盛顺泰通万旺祥鑫信兴旭阳益盈永裕元泽兆正中";

    private final int size;
    private final List<String> titles;
    private final List<String> questions;
    private final List<String> sentences;

    SyntheticCorpus(int size, List<ArticleSource> real) {
        this.size = size;
        List<ArticleText> texts = real.stream()
                .map(ArticleSource::text)
                .filter(t -> t.id().language() == ArticleLanguage.ZH_CN)
                .toList();
        titles = texts.stream().map(ArticleText::title).toList();
        questions = texts.stream().flatMap(t -> t.questions().stream()).toList();
        sentences = texts.stream()
                .flatMap(t -> Stream.of(t.body().split("[。！？；\\n]+")))
                .map(String::strip)
                .filter(sentence -> sentence.length() > 5)
                .toList();
    }

    /** Four characters, by which an entry differs from most others. */
    private static String name(int number) {
        var random = new Random(SEED ^ number);
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) name.append(NAMES.charAt(random.nextInt(NAMES.length())));
        return name.toString();
    }

    static String slug(int number) {
        return "made-" + number;
    }

    /** What a caller may ask of an entry. @param named whether with its name */
    String question(int number, boolean named) {
        String asked = text(number).questions().get(0);
        return named ? name(number) + asked : asked;
    }

    private Article article(int number) {
        return new Article(text(number), 1, number, false);
    }

    private ArticleText text(int number) {
        var random = new Random(SEED + number);
        return new ArticleText(
                new ArticleId(slug(number), ArticleLanguage.ZH_CN),
                name(number) + one(titles, random),
                some(questions, 3, random).toList(),
                "bench",
                List.of(),
                Audience.CUSTOMER,
                Validity.ALWAYS,
                String.join("。", some(sentences, 4 + random.nextInt(5), random).toList()),
                Optional.empty());
    }

    private static Stream<String> some(List<String> from, int many, Random random) {
        return IntStream.range(0, many).mapToObj(i -> one(from, random));
    }

    private static String one(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    @Override
    public Optional<UUID> identity() {
        return Optional.of(new UUID(SEED, size));
    }

    @Override
    public long lastChange() {
        return size;
    }

    @Override
    public List<Article> changedSince(long change, int most) {
        int from = (int) change + 1;
        return IntStream.rangeClosed(from, (int) Math.min(size, change + most))
                .mapToObj(this::article)
                .toList();
    }

    @Override
    public Optional<Article> byId(ArticleId id) {
        return Optional.of(article(Integer.parseInt(id.slug().substring(slug(0).length() - 1))));
    }

    @Override
    public List<Article> inUse() {
        return changedSince(0, size);
    }

    @Override
    public Optional<ArticleText> version(ArticleId id, int version) {
        return byId(id).map(Article::text);
    }

    @Override
    public Article publish(ArticleText text) {
        throw new UnsupportedOperationException("a corpus stays as it is");
    }

    @Override
    public void retire(ArticleId id) {
        throw new UnsupportedOperationException("a corpus stays as it is");
    }
}

package amends.knowledge;

import amends.knowledge.ArticleFact.Flaw;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well the articles of each category are kept. Its figure is the share of articles without a flaw that a reader
 * would suffer from; that nobody owns an article, or that nobody needed it, is told and not counted.
 */
public record KnowledgeHealth(List<Shelf> shelves, List<Ailing> ailing) {
    /** @param percent 0 to 100; 100 when nothing is wrong */
    public record Shelf(String name, int articles, int percent, Map<Flaw, Integer> flaws) {}

    /** An article with something wrong, the gravest first. */
    public record Ailing(ArticleFact fact, Set<Flaw> flaws) {}

    private static final Set<Flaw> TOLD_ONLY = Set.of(Flaw.NO_OWNER, Flaw.NEVER_USED);

    public static KnowledgeHealth of(List<ArticleFact> facts, Instant now, ZoneId zone) {
        var shelves = new TreeMap<String, List<Set<Flaw>>>();
        var ailing = new ArrayList<Ailing>();
        for (ArticleFact fact : facts) {
            Set<Flaw> flaws = fact.flaws(now, zone);
            shelves.computeIfAbsent(fact.shelf(), s -> new ArrayList<>()).add(flaws);
            if (!flaws.isEmpty()) ailing.add(new Ailing(fact, flaws));
        }
        ailing.sort((a, b) -> Integer.compare(gravest(a), gravest(b)));
        return new KnowledgeHealth(
                shelves.entrySet().stream()
                        .map(e -> shelf(e.getKey(), e.getValue()))
                        .toList(),
                ailing);
    }

    private static int gravest(Ailing one) {
        return one.flaws().stream().mapToInt(Enum::ordinal).min().orElse(Integer.MAX_VALUE);
    }

    private static Shelf shelf(String name, List<Set<Flaw>> articles) {
        var counts = new EnumMap<Flaw, Integer>(Flaw.class);
        articles.forEach(flaws -> flaws.forEach(f -> counts.merge(f, 1, Integer::sum)));
        long well = articles.stream().filter(TOLD_ONLY::containsAll).count();
        return new Shelf(name, articles.size(), (int) (100 * well / articles.size()), counts);
    }
}

package amends.desktop.authors;

import amends.desktop.look.Texts;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ReadersScript;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what a line of the list is found: title, id and category; titles in both scripts, categories as paths and by their
 * names in every language of the window. Any thread.
 */
final class ArticleWords {
    /** Parts of a category stand so in the list, and so in a path. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*[›/]\\s*");

    private final ReadersScript script;
    /** Titles and categories as they were put into words: the list is read anew after every step. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    ArticleWords(ReadersScript script) {
        this.script = script;
    }

    String of(ArticleLine line) {
        boolean chinese = line.language() == ArticleLanguage.ZH_CN;
        return plain(String.join(
                "\n",
                line.title(),
                chinese ? known.computeIfAbsent(line.title(), script::inTraditional) : "",
                line instanceof ArticleLine.Kept kept ? kept.id().toString() : "",
                known.computeIfAbsent("/" + line.category(), path -> names(path.substring(1)))));
    }

    private static String names(String path) {
        return path + "\n" + String.join("\n", Texts.categoryEverywhere(path));
    }

    private static String plain(String words) {
        return BETWEEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("/");
    }

    /** Whether every word that is typed is among them. */
    static boolean fit(String words, String typed) {
        return Stream.of(plain(typed).split("\\s+")).allMatch(words::contains);
    }
}

package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.Authoring;
import amends.knowledge.ReadersScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All articles, those first that wait here because they cannot be kept yet, and what of them is looked for. */
final class ArticleListModel extends PresentationModel {
    /** @param words by which it is found */
    private record Listed(ArticleLine line, String words) {}

    private final Authoring authoring;
    private final ArticleWords words;
    private final PostingWork work;
    private final Runnable away;
    private final List<ArticleLine.Aside> waiting = new ArrayList<>();
    private List<Listed> kept = List.of();
    private String filter = "";
    private int numbers;

    /** @param away told when the articles cannot be had */
    ArticleListModel(Authoring authoring, ReadersScript script, PostingWork work, Runnable away) {
        this.authoring = authoring;
        this.work = work;
        this.away = away;
        words = new ArticleWords(script);
    }

    void load() {
        work.ask(
                () -> authoring.all().stream()
                        .map(piece -> listed(new ArticleLine.Kept(piece)))
                        .toList(),
                found -> {
                    kept = found;
                    changed();
                },
                failure -> away.run());
    }

    private Listed listed(ArticleLine line) {
        return new Listed(line, words.of(line));
    }

    /** What is listed: what waits for somebody first. */
    List<ArticleLine> lines() {
        return Stream.concat(waiting.stream().map(this::listed), kept.stream())
                .filter(one -> ArticleWords.fit(one.words(), filter))
                .map(Listed::line)
                .toList();
    }

    void filter(String typed) {
        filter = typed;
        changed();
    }

    /** @param before the line where it waited already */
    ArticleLine.Aside putAside(Optional<ArticleLine.Aside> before, ArticleForm form) {
        var line = new ArticleLine.Aside(before.map(ArticleLine.Aside::number).orElseGet(() -> ++numbers), form);
        int at = place(line);
        if (at < 0) waiting.addFirst(line);
        else waiting.set(at, line);
        changed();
        return line;
    }

    /** It is kept now, or nobody wants it. */
    void takeOut(ArticleLine.Aside line) {
        int at = place(line);
        if (at < 0) return;
        waiting.remove(at);
        changed();
    }

    private int place(ArticleLine.Aside line) {
        return waiting.stream().map(ArticleLine.Aside::number).toList().indexOf(line.number());
    }
}

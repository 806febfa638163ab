package amends.desktop.knowledge;

import amends.desktop.PostingWork;
import amends.knowledge.Audience;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.Query;
import amends.knowledge.Query.Within;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is typed, what it is narrowed down to and what was found. One search at a time is under way; the newest text goes
 * next, and no answer to an older one is told. On the screen's thread.
 */
final class AnswerSearch {
    private static final int MOST = 20;

    /** What is asked, by whom it is read. */
    record Asking(String words, Within within, ScriptOfReader reader) {
        Query query() {
            return new Query(words, Audience.AGENT, reader.reads(), MOST, within);
        }
    }

    /** @param ready whether the articles could be asked */
    record Found(List<AnswerRow> rows, boolean ready) {}

    private final KnowledgeBase base;
    private final PostingWork work;
    private final Consumer<Found> told;
    private final MeantWords meant;
    private ScriptOfReader script;
    private String text = "";
    private String answered = "";
    private boolean searching;
    private Within within = Within.EVERYTHING;
    private List<AnswerRow> rows = List.of();

    /** @param told of answers to what is typed now @param changed told when other words may have been meant */
    AnswerSearch(KnowledgeBase base, ScriptOfReader script, PostingWork work, Consumer<Found> told, Runnable changed) {
        this.base = base;
        this.script = script;
        this.work = work;
        this.told = told;
        meant = new MeantWords(base, work, this::answered, changed);
    }

    String text() {
        return text;
    }

    Within within() {
        return within;
    }

    /** What was found last, best first. */
    List<AnswerRow> rows() {
        return rows;
    }

    /** How what is typed may have been meant, in the reader's script. */
    Optional<String> meant() {
        return meant.words();
    }

    /** By what the answers can be narrowed down. */
    List<Narrowing> narrowings() {
        return Narrowing.among(rows.stream().map(row -> row.article().text()).toList(), within);
    }

    /** As typed so far. */
    void typed(String now) {
        text = now;
        meant.forget();
        if (text.isBlank()) answered = "";
        search();
    }

    /** Read by somebody else, or in another language. */
    void read(ScriptOfReader reader) {
        script = reader;
        answered = "";
        meant.forget();
        search();
    }

    /** Nothing is typed and nothing narrowed down; nothing is told. */
    void clear() {
        within = Within.EVERYTHING;
        text = "";
        meant.forget();
    }

    void narrow(Within now) {
        within = now;
        answered = "";
        search();
    }

    /** Asks for what is not answered yet. */
    void search() {
        if (searching || text.isBlank() || text.equals(answered)) return;
        searching = true;
        Asking asked = asking();
        work.ask(
                () -> {
                    var hits = base.search(asked.query());
                    return new Found(
                            hits.hits().stream().map(asked.reader()::row).toList(), hits.ready());
                },
                result -> found(asked, result),
                failure -> found(asked, new Found(List.of(), false)));
    }

    private void found(Asking asked, Found result) {
        searching = false;
        if (!asked.equals(asking())) {
            search();
            meant.ask();
            return;
        }
        answered = result.ready() ? text : "";
        rows = result.rows();
        told.accept(result);
        if (result.ready()) meant.ask();
    }

    private Asking asking() {
        return new Asking(text, within, script);
    }

    /** What the answers that stand there were asked with. */
    private Optional<Asking> answered() {
        return text.isBlank() || !text.equals(answered) ? Optional.empty() : Optional.of(asking());
    }
}

package amends.desktop.authors;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.Recall.Listed;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recalling;
import amends.knowledge.Recalling.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Wrong answers that were taken back, in which contacts they were given, and what is done about it. */
public final class RecallsModel extends PresentationModel {
    /** A contact in which it was told. @param number with all but its last figures hidden */
    record Row(Told told, String agent, String number) {}

    private static final int SHOWN_DIGITS = 4;
    private final Recalling recalling;
    private final Contacts contacts;
    private final Function<UUID, String> names;
    private final Function<ArticleId, String> titles;
    private final PostingWork work;
    private List<Listed> recalls = List.of();
    private Map<ArticleId, String> called = Map.of();
    private Optional<Listed> chosen = Optional.empty();
    private List<Row> rows = List.of();
    private Optional<UUID> row = Optional.empty();
    private boolean onlyRow;
    private String notice = "";
    private Optional<Answer> said = Optional.empty();
    private boolean away;

    /** @param names who an agent is; blocks @param titles what an article is called; blocks */
    public RecallsModel(
            Recalling recalling,
            Contacts contacts,
            Function<UUID, String> names,
            Function<ArticleId, String> titles,
            PostingWork work) {
        this.recalling = recalling;
        this.titles = titles;
        this.contacts = contacts;
        this.names = names;
        this.work = work;
    }

    List<Listed> recalls() {
        return recalls;
    }

    String title(ArticleId article) {
        return called.getOrDefault(article, article.toString());
    }

    Optional<Listed> chosen() {
        return chosen;
    }

    List<Row> rows() {
        return rows;
    }

    String notice() {
        return notice;
    }

    Optional<Answer> said() {
        return said;
    }

    boolean isAway() {
        return away;
    }

    /** Whether what is wished is for the chosen contact alone. */
    boolean isOnlyRow() {
        return onlyRow;
    }

    void load() {
        work.ask(
                this::fetchRecalls,
                found -> {
                    away = false;
                    recalls = found.recalls();
                    called = found.titles();
                    UUID before = chosen.map(c -> c.recall().id()).orElse(null);
                    chosen = recalls.stream()
                            .filter(r -> r.recall().id().equals(before))
                            .findFirst()
                            .or(() -> recalls.stream().findFirst());
                    if (before == null)
                        notice = chosen.map(c -> c.recall().notice()).orElse("");
                    loadRows();
                    changed();
                },
                failure -> away());
    }

    private record Found(List<Listed> recalls, Map<ArticleId, String> titles) {}

    private Found fetchRecalls() {
        List<Listed> all = recalling.all();
        Map<ArticleId, String> articles = new HashMap<>();
        all.forEach(l -> articles.computeIfAbsent(l.recall().article(), titles));
        return new Found(all, articles);
    }

    void choose(Listed recall) {
        if (chosen.filter(recall::equals).isPresent()) return;
        chosen = Optional.of(recall);
        rows = List.of();
        row = Optional.empty();
        said = Optional.empty();
        notice = recall.recall().notice();
        loadRows();
        changed();
    }

    private void loadRows() {
        Optional<UUID> asked = chosen.map(c -> c.recall().id());
        if (asked.isEmpty()) {
            rows = List.of();
            return;
        }
        work.ask(
                () -> fetch(asked.get()),
                found -> {
                    if (!asked.equals(chosen.map(c -> c.recall().id()))) return;
                    rows = found;
                    changed();
                },
                failure -> away());
    }

    private List<Row> fetch(UUID recall) {
        Map<UUID, String> agents = new HashMap<>();
        return recalling.told(recall).stream()
                .map(told -> new Row(
                        told,
                        agents.computeIfAbsent(told.agent(), names),
                        contacts.byId(told.contact()).map(RecallsModel::masked).orElse("")))
                .toList();
    }

    private static String masked(Contact contact) {
        String number = contact.number();
        if (!number.startsWith("+")) return "";
        return "•••• " + number.substring(Math.max(1, number.length() - SHOWN_DIGITS));
    }

    void chooseRow(Row one) {
        row = Optional.of(one.told().contact());
    }

    void onlyRow(boolean only) {
        onlyRow = only;
    }

    void typed(String text) {
        notice = text;
    }

    private List<UUID> wished() {
        if (onlyRow) return row.stream().toList();
        return rows.stream().map(r -> r.told().contact()).toList();
    }

    void callBack() {
        List<UUID> wished = wished();
        chosen.ifPresent(c -> act(() -> recalling.callBack(c.recall().id(), wished)));
    }

    void write() {
        List<UUID> wished = wished();
        String words = notice;
        chosen.ifPresent(c -> act(() -> recalling.write(c.recall().id(), wished, words)));
    }

    private void act(Callable<Answer> doing) {
        work.ask(
                doing,
                answer -> {
                    said = Optional.of(answer);
                    load();
                    changed();
                },
                failure -> away());
    }

    private void away() {
        away = true;
        changed();
    }
}

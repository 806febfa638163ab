package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring.Piece;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** All articles at the left, the one at hand at the right. */
final class ArticlesTab implements Page {
    private final Look look;
    private final ArticlesModel model;
    private final JPanel panel;
    private final RowTable<Piece> table;
    private final JTextField filter = new JTextField();
    private final EditorView editor;
    private boolean refreshing;

    ArticlesTab(Look look, ArticlesModel model, FilesModel files, Timekeeper time) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "authors.table", look.get("authors.articles"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Piece piece = table.chosen();
            if (piece != null && !e.getValueIsAdjusting() && !refreshing)
                model.choose(piece.text().orElseThrow().id());
        });
        editor = new EditorView(look, model, files, time);
        panel = look.panel("insets 0, fill, gap 16u 0", "[grow 36,fill][grow 64,fill]", "[grow,fill]");
        panel.add(list(), look.at("wmin 0, w 340u, hmin 0"));
        panel.add(editor.panel(), look.at("wmin 0, w 640u, hmin 0"));
        Follow.models(panel, this::refresh, model);
    }

    private JPanel list() {
        Look.named(filter, "authors.filter", look.get("authors.filter"));
        filter.putClientProperty("JTextField.placeholderText", look.get("authors.filter") + "  Ctrl+L");
        Typed.in(filter, model::filter);
        JPanel list = look.panel("insets 0, fill, gap 8u 8u", "[grow,fill][]", "[32u!][grow,fill]");
        list.add(filter, "wmin 0");
        list.add(look.button("authors.new", look.get("authors.new"), "Ctrl+N", this::begin));
        list.add(look.scroll(table), "newline, span 2, grow, wmin 0, hmin 0");
        return list;
    }

    private List<Column<Piece>> columns() {
        return List.of(
                Column.word(
                        look,
                        look.get("authors.state"),
                        p -> AuthorWords.life(look, p.life()),
                        p -> AuthorWords.mark(look, p.life()),
                        AuthorWords.lives(look),
                        98),
                Column.text(look.get("authors.title"), ArticlesTab::title, 144, 0),
                Column.text(look.get("authors.category"), p -> look.texts().category(text(p).category()), 100, 1));
    }

    private static ArticleText text(Piece piece) {
        return piece.text().orElseThrow();
    }

    private static String title(Piece piece) {
        boolean english = text(piece).id().language() == ArticleLanguage.EN;
        return text(piece).title() + (english ? "  · en" : "");
    }

    private void begin() {
        model.begin();
        table.clearSelection();
        editor.focusFirst();
    }

    private void refresh() {
        refreshing = true;
        table.show(model.lines());
        model.lines().stream()
                .filter(p -> model.chosen().filter(text(p).id()::equals).isPresent())
                .findFirst()
                .ifPresentOrElse(table::choose, table::clearSelection);
        refreshing = false;
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now) model.load();
        else model.leave();
    }

    @Override
    public void focus() {
        if (model.isNew() && model.isDirty()) editor.focusFirst();
        else table.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl N"))) begin();
        else if (key.equals(KeyStroke.getKeyStroke("ctrl L"))) filter.requestFocusInWindow();
        else return editor.pressed(key);
        return true;
    }
}

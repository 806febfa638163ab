package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.OneOrBoth;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** All articles at the left, the one at hand at the right. */
final class ArticlesTab implements Page {
    /** What list and editor need side by side, in pixels at 100 %. */
    private static final int ROOM = 700;

    private final Look look;
    private final ArticlesModel model;
    private final JPanel panel;
    private final RowTable<ArticleLine> table;
    private final JTextField filter = new JTextField();
    private final EditorView editor;
    private final OneOrBoth both;
    private int taken;
    private boolean refreshing;

    ArticlesTab(Look look, ArticlesModel model, FilesModel files, Timekeeper time) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, columns());
        Look.named(table, "authors.table", look.get("authors.articles"));
        table.getSelectionModel().addListSelectionListener(e -> {
            ArticleLine line = table.chosen();
            if (line != null && !e.getValueIsAdjusting() && !refreshing) model.choose(line);
        });
        editor = new EditorView(look, model, files, this::backToList, time);
        both = new OneOrBoth(look, list(), editor.panel(), ROOM, 36, this::room);
        panel = both.panel();
        taken = model.taken();
        whereNarrow();
        Follow.models(panel, this::refresh, model);
    }

    /** Where the two do not stand side by side, a click or Enter goes to the article; the arrows walk the list as ever. */
    private void whereNarrow() {
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (table.rowAtPoint(e.getPoint()) >= 0) toArticle();
            }
        });
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
        table.getActionMap().put("open", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                toArticle();
            }
        });
    }

    private void toArticle() {
        both.bringForward(false);
        if (both.isNarrow()) editor.focusFirst();
    }

    private void room() {
        editor.alone(both.isNarrow());
    }

    private void backToList() {
        both.bringForward(true);
        if (both.isNarrow()) table.requestFocusInWindow();
    }

    private JPanel list() {
        Look.named(filter, "authors.filter", look.get("authors.filter"));
        filter.putClientProperty("JTextField.placeholderText", look.get("authors.filter") + "  Ctrl+L");
        Typed.in(filter, model.list()::filter);
        JPanel list = look.panel("insets 0, fill, gap 8u 8u", "[grow,fill][]", "[32u!][grow,fill]");
        list.add(filter, "wmin 0");
        list.add(look.button("authors.new", look.get("authors.new"), "Ctrl+N", this::begin));
        list.add(look.scroll(table), "newline, span 2, grow, wmin 0, hmin 0");
        return list;
    }

    private List<Column<ArticleLine>> columns() {
        return List.of(
                Column.word(
                        look,
                        look.get("authors.state"),
                        line -> AuthorWords.state(look, line),
                        line -> AuthorWords.mark(look, line),
                        AuthorWords.states(look),
                        98),
                Column.text(look.get("authors.title"), this::title, 144, 0),
                Column.text(look.get("authors.category"), line -> look.texts().category(line.category()), 100, 1));
    }

    private String title(ArticleLine line) {
        String title = line.title().isEmpty() ? look.get("authors.untitled") : line.title();
        return title + (line.language() == ArticleLanguage.EN ? "  · en" : "");
    }

    private void begin() {
        model.begin();
        table.clearSelection();
        both.bringForward(false);
        editor.focusFirst();
    }

    private void search() {
        both.bringForward(true);
        filter.requestFocusInWindow();
    }

    private void refresh() {
        refreshing = true;
        List<ArticleLine> lines = model.list().lines();
        table.show(lines);
        lines.stream().filter(model::isAtHand).findFirst().ifPresentOrElse(table::choose, table::clearSelection);
        refreshing = false;
        if (taken == model.taken()) return;
        taken = model.taken();
        if (!table.isFocusOwner()) both.bringForward(false);
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
        if (!table.isShowing() || model.isNew() && model.isDirty()) editor.focusFirst();
        else table.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl N"))) begin();
        else if (key.equals(KeyStroke.getKeyStroke("ctrl L"))) search();
        else if (editor.pressed(key)) both.bringForward(false);
        else return false;
        return true;
    }
}

package amends.desktop.knowledge;

import amends.desktop.attachment.AttachmentStrip;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.AbstractListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;

/**
 * Where answers stand: a field to search, below it what was found or what suggests itself, or the article that is
 * read. From the field the arrows walk the answers and Enter opens one; Esc goes back.
 */
public final class KnowledgeView {
    private static final String LIST = "list";
    private static final String ARTICLE = "article";
    private static final String NONE = "none";
    private static final String NOT_FOUND = "notFound";
    private static final String NOT_READY = "notReady";

    private final Look look;
    private final KnowledgeModel model;
    private final JPanel panel;
    private final JTextField search = new JTextField();
    private final Typed typed;
    private final AnswersHead head;
    private final TextLine used;
    private final Rows rows = new Rows();
    private final JList<AnswerRow> list = new JList<>(rows);
    private final AnswerCell cell;
    private final ArticleView article;
    private final AtHandView atHand;
    private final JPanel cards = new JPanel(new CardLayout());
    private final JPanel acts;
    private final KeyButton open;
    private final KeyButton back;
    private final KeyButton use;
    private final KeyButton not;
    /** The article that is being fetched is to have the focus. */
    private boolean reading;

    public KnowledgeView(Look look, KnowledgeModel model, AtHandModel atHand) {
        this.look = look;
        this.model = model;
        panel = look.panel(
                "insets 16u, fill, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "[26u!][32u!][grow,fill][][]");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        head = new AnswersHead(look, model, search);
        used = Look.shaded(look.line("", ""), Shade.READY);
        typed = Typed.in(search, model::typed);
        cell = new AnswerCell(
                look, new CueWords(look), row -> model.isUsed(row.article().id()));
        article = new ArticleView(look);
        this.atHand = new AtHandView(look, atHand, model);
        open = look.button("knowledge.open", look.get("knowledge.open"), "Enter", this::openChosen);
        back = look.button("knowledge.back", look.get("knowledge.back"), "Esc", this::goBack);
        not = look.button("knowledge.not", look.get("knowledge.not"), "Ctrl+Shift+U", model::dispute);
        use = look.button("knowledge.use", look.get("knowledge.use"), "Ctrl+U", model::toggleUsed);
        // Large words stand below one another.
        boolean large = look.textPercent() > 110;
        acts = look.panel(
                "insets 0, fill, gap 8u 8u, hidemode 3" + (large ? ", wrap 1" : ""),
                large ? "[grow,fill]" : "[grow,fill][grow,fill]",
                "[32u!,fill]");
        field();
        answers();
        arrange();
        Follow.models(panel, this::refresh, model);
    }

    private void field() {
        Look.named(search, "knowledge.search", look.get("knowledge.search") + " F4");
        search.putClientProperty("JTextField.placeholderText", look.get("knowledge.search"));
        search.putClientProperty("JTextField.leadingIcon", Glyph.SEARCH.icon(look.px(16)));
        search.putClientProperty("JTextField.trailingComponent", look.line("F4  ", "quiet"));
        on(search, "ESCAPE", () -> search.setText(""));
        on(search, "DOWN", () -> move(1));
        on(search, "UP", () -> move(-1));
        on(search, "ENTER", this::openChosen);
        on(search, "shift ENTER", model::takeMeant);
        on(article.text(), "ESCAPE", this::goBack);
    }

    private void answers() {
        Look.named(list, "knowledge.answers", look.get("knowledge.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setOpaque(false);
        list.setBackground(Shade.SIDE.color());
        list.setCellRenderer(cell);
        // As wide as there is room, never wider.
        list.setFixedCellWidth(1);
        list.addListSelectionListener(e -> {
            if (list.getSelectedIndex() >= 0) model.choose(list.getSelectedIndex());
        });
        on(list, "ENTER", this::openChosen);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                if (at < 0 || !list.getCellBounds(at, at).contains(e.getPoint())) return;
                model.choose(at);
                openChosen();
            }
        });
    }

    private void arrange() {
        cards.setOpaque(false);
        JScrollPane scroll = look.scroll(list);
        scroll.getVerticalScrollBar().setOpaque(false);
        cards.add(scroll, LIST);
        cards.add(read(), ARTICLE);
        cards.add(atHand.panel(), NONE);
        cards.add(EmptyState.of(look, Glyph.SEARCH, "knowledge.notFound"), NOT_FOUND);
        cards.add(EmptyState.of(look, Glyph.BOOK, "knowledge.notReady"), NOT_READY);
        acts.add(open, "wmin 0");
        acts.add(back, "wmin 0");
        acts.add(use, "wmin 0");
        acts.add(not, look.at("newline, spanx 2, wmin 0, h 32u!"));
        panel.add(head.panel(), "cell 0 0, wmin 0");
        panel.add(search, "cell 0 1, wmin 0");
        panel.add(cards, "cell 0 2, wmin 0, hmin 0");
        // Below, so that marking moves no answer.
        panel.add(used, "cell 0 3, wmin 0");
        panel.add(acts, "cell 0 4, wmin 0");
    }

    /** The article, below it its pictures and files, and what its reader thinks. */
    private JPanel read() {
        JPanel read = look.panel("insets 0, fill, wrap 1, gap 0 6u, hidemode 3", "[grow,fill]", "[grow,fill][][]");
        read.add(article.panel(), "wmin 0, hmin 0");
        model.reader().ifPresent(reader -> {
            read.add(new AttachmentStrip(look, reader.files(), article.text()).panel(), "wmin 0");
            read.add(new ReaderRow(look, reader, article.text()).panel(), "wmin 0");
        });
        return read;
    }

    private static void on(JComponent component, String key, Runnable act) {
        component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                act.run();
            }
        });
    }

    public JPanel panel() {
        return panel;
    }

    public void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }

    /** By what answers can be narrowed down. */
    public void filter() {
        head.offer(search);
    }

    private void move(int by) {
        if (model.opened().isEmpty()) model.choose(model.chosen() + by);
    }

    /** The focus goes with the eyes: arrows and page keys then move the article. */
    private void openChosen() {
        reading = !model.rows().isEmpty();
        model.open();
    }

    private void goBack() {
        boolean here = article.text().isFocusOwner();
        reading = false;
        model.back();
        if (here) search.requestFocusInWindow();
    }

    private void refresh() {
        typed.show(model.text());
        List<String> titles = model.usedTitles();
        String said = model.disputed()
                .map(title -> look.get("knowledge.disputed", title))
                .orElse(titles.isEmpty() ? "" : look.get("knowledge.used", String.join(look.get("cue.and"), titles)));
        used.setText(said);
        used.setVisible(!said.isEmpty());
        head.refresh(heading());
        rows.show(model.rows());
        if (!model.rows().isEmpty()) {
            list.setFixedCellHeight(
                    cell.height(!model.rows().getFirst().because().isEmpty()));
            list.setSelectedIndex(model.chosen());
            list.ensureIndexIsVisible(model.chosen());
        }
        model.opened().ifPresent(article::show);
        ((CardLayout) cards.getLayout()).show(cards, card());
        acts();
        list.repaint();
    }

    private String heading() {
        if (model.isLate()) return look.get("knowledge.late");
        return look.get(
                model.listing() == KnowledgeModel.Listing.SUGGESTIONS ? "knowledge.suggested" : "knowledge.title");
    }

    private String card() {
        if (model.opened().isPresent()) return ARTICLE;
        return switch (model.listing()) {
            case NOTHING -> NONE;
            case SUGGESTIONS, FOUND -> LIST;
            case NOTHING_FOUND -> NOT_FOUND;
            case NOT_READY -> NOT_READY;
        };
    }

    private void acts() {
        boolean isOpen = model.opened().isPresent();
        if (isOpen && reading) {
            reading = false;
            article.text().requestFocusInWindow();
        }
        acts.setVisible(isOpen || !model.rows().isEmpty());
        open.setVisible(!isOpen);
        back.setVisible(isOpen);
        use.setEnabled(model.canUse());
        not.setVisible(model.canDispute());
        boolean taken = model.current().filter(model::isUsed).isPresent();
        use.setText(look.get(taken ? "knowledge.unuse" : "knowledge.use"));
    }

    /** The list's own model: told whole, since answers come whole. */
    private static final class Rows extends AbstractListModel<AnswerRow> {
        private static final long serialVersionUID = 1;
        private transient List<AnswerRow> shown = List.of();

        void show(List<AnswerRow> rows) {
            if (rows.equals(shown)) return;
            int before = shown.size();
            shown = List.of();
            if (before > 0) fireIntervalRemoved(this, 0, before - 1);
            shown = rows;
            if (!shown.isEmpty()) fireIntervalAdded(this, 0, shown.size() - 1);
        }

        @Override
        public int getSize() {
            return shown.size();
        }

        @Override
        public AnswerRow getElementAt(int index) {
            return shown.get(index);
        }
    }
}

package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.authors.TendingModel.Matter;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleFact.Flaw;
import amends.knowledge.KnowledgeHealth.Shelf;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** How well each category is kept, and what to do about it: gaps, twins, articles that are not well. */
final class TendingTab implements Page {
    private static final int WELL = 90;
    private static final int FAIR = 70;
    private final Look look;
    private final TendingModel model;
    private final AuthorsModel page;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<Shelf> shelves;
    private final RowTable<Matter> matters;
    private final TextLine said;

    TendingTab(Look look, TendingModel model, AuthorsModel page, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.page = page;
        this.time = time;
        shelves = new RowTable<>(look, shelfColumns());
        Look.named(shelves, "authors.shelves", look.get("authors.shelves"));
        matters = new RowTable<>(look, matterColumns());
        Look.named(matters, "authors.matters", look.get("authors.matters"));
        matters.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) goTo();
            }
        });
        said = look.line("", "quiet");
        panel = look.panel("insets 0, fill, gap 16u 6u", "[grow 34,fill][grow 66,fill]", "[20u!][grow,fill][32u!]");
        panel.add(look.heading("authors.shelves"), "wmin 0");
        panel.add(look.heading("authors.matters"), "wmin 0, wrap");
        panel.add(look.scroll(shelves), look.at("wmin 0, w 330u, hmin 0"));
        panel.add(look.scroll(matters), look.at("wmin 0, w 650u, hmin 0, wrap"));
        panel.add(said, "wmin 0");
        JPanel row = look.panel("insets 0, gap 8u 0", "push[]", "[grow,fill]");
        row.add(Look.styled(look.button("authors.goTo", look.get("authors.goTo"), "Enter", this::goTo), "main"));
        panel.add(row, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<Shelf>> shelfColumns() {
        return List.of(
                Column.text(look.get("authors.category"), s -> look.texts().category(s.name()), 110, 0),
                new Column<>(look.get("authors.health"), s -> s.percent() + " %", this::mark, 70, true, 0),
                Column.figure(look.get("authors.count"), s -> String.valueOf(s.articles()), 56, 0),
                Column.figure(look.get("authors.unowned"), s -> count(s, Flaw.NO_OWNER), 70, 1),
                Column.figure(look.get("authors.unused"), s -> count(s, Flaw.NEVER_USED), 70, 2));
    }

    private static String count(Shelf shelf, Flaw flaw) {
        return String.valueOf(shelf.flaws().getOrDefault(flaw, 0));
    }

    private Icon mark(Shelf shelf) {
        Shade shade = shelf.percent() >= WELL ? Shade.READY : shelf.percent() >= FAIR ? Shade.HOLD : Shade.DANGER;
        return new StateMark(StateMark.Shape.FULL, shade, look.px(10));
    }

    private List<Column<Matter>> matterColumns() {
        return List.of(
                Column.text(look.get("authors.matter"), this::kind, 96, 0),
                Column.text(look.get("authors.about"), this::about, 220, 0),
                Column.text(look.get("authors.why"), this::why, 290, 0));
    }

    private String kind(Matter matter) {
        return switch (matter) {
            case Matter.Missing m -> look.get("authors.gap");
            case Matter.Same s -> look.get("authors.twins");
            case Matter.Unwell u -> look.get("authors.unwell");
        };
    }

    private String about(Matter matter) {
        return switch (matter) {
            case Matter.Missing(var gap) -> String.join(" / ", gap.words());
            case Matter.Same(var twins) -> model.title(twins.one()) + " ≈ " + model.title(twins.other());
            case Matter.Unwell(var ailing) -> ailing.fact().title();
        };
    }

    private String why(Matter matter) {
        return switch (matter) {
            case Matter.Missing(var gap) ->
                look.get("authors.gapWhy", gap.times(), look.texts().moment(gap.last(), time.now()))
                        + gap.nearest()
                                .map(model::title)
                                .map(title -> look.get("authors.gapNearest", title))
                                .orElse("");
            case Matter.Same(var twins) -> look.get("authors.twinsWhy", Math.round(twins.alike() * 100));
            case Matter.Unwell(var ailing) -> AuthorWords.flaws(look, ailing.flaws());
        };
    }

    /** The article, or a new one where there is none. */
    private void goTo() {
        Matter matter = matters.chosen();
        if (matter instanceof Matter.Missing(var gap)) page.write(gap.words());
        else if (matter != null) matter.article().ifPresent(page::open);
    }

    private void refresh() {
        shelves.show(model.shelves());
        matters.show(model.matters());
        said.setText(
                model.isAway()
                        ? look.get("authors.away")
                        : model.isLoading() ? look.get("authors.counting") : look.get("authors.healthIs"));
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now) model.load();
    }

    @Override
    public void focus() {
        matters.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (!key.equals(KeyStroke.getKeyStroke("ENTER")) || !matters.hasFocus()) return false;
        goTo();
        return true;
    }
}

package amends.desktop.inspection;

import amends.desktop.inspection.InspectionModel.Period;
import amends.desktop.inspection.InspectionModel.Wish;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.Texts;
import amends.kernel.Timekeeper;
import amends.quality.InspectionList.Agent;
import amends.quality.InspectionList.Evaluated;
import amends.quality.InspectionList.Row;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPanel;

/** The recordings of all, newest first, and what is wished to be listed. */
final class InspectionListView {
    private final Look look;
    private final InspectionModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final RowTable<Row> table;
    private final KeyButton more;
    private final JComboBox<Optional<Agent>> agents;
    private List<Agent> offered = List.of();
    private boolean showing;
    private boolean focusWanted;

    InspectionListView(Look look, InspectionModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        table = new RowTable<>(look, columns());
        Look.named(table, "inspection.list", look.get("inspection.title"));
        table.getSelectionModel().addListSelectionListener(e -> {
            Row row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        agents = choice("inspection.agent", List.of(Optional.<Agent>empty()), this::named);
        agents.addActionListener(e -> wishAgent());
        more = look.button("inspection.more", look.get("inspection.more"), "", model::more);
        cards.setOpaque(false);
        cards.add(look.scroll(table), "list");
        cards.add(EmptyState.of(look, Glyph.WAVE, "inspection.none"), "none");
        cards.add(EmptyState.of(look, Glyph.WAVE, "recordings.loading"), "loading");
        cards.add(EmptyState.of(look, Glyph.WAVE, "inspection.away"), "away");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[24u!][][grow,fill][]");
        panel.add(look.heading("inspection.title"), "wmin 0");
        panel.add(filters(), "wmin 0");
        panel.add(cards, "wmin 0, hmin 0");
        panel.add(more, "wmin 0, hidemode 3");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel filters() {
        var period = choice("inspection.period", List.of(Period.values()), look.texts()::word);
        period.setSelectedItem(model.wish().period());
        period.addActionListener(e -> {
            Wish w = model.wish();
            model.wish(new Wish(w.agent(), (Period) period.getSelectedItem(), w.evaluated(), w.lowScore()));
        });
        var evaluated = choice("inspection.evaluated", List.of(Evaluated.values()), look.texts()::word);
        evaluated.setSelectedItem(model.wish().evaluated());
        evaluated.addActionListener(e -> {
            Wish w = model.wish();
            model.wish(new Wish(w.agent(), w.period(), (Evaluated) evaluated.getSelectedItem(), w.lowScore()));
        });
        var low = new JCheckBox(look.get("inspection.low"), model.wish().lowScore());
        Look.named(low, "inspection.low", look.get("inspection.low"));
        low.addActionListener(e -> {
            Wish w = model.wish();
            model.wish(new Wish(w.agent(), w.period(), w.evaluated(), low.isSelected()));
        });
        JPanel filters = look.panel("insets 0, fillx, wrap 2, gap 8u 8u", "[grow,fill,sg f][grow,fill,sg f]", "");
        filters.add(agents, "wmin 0");
        filters.add(period, "wmin 0");
        filters.add(evaluated, "wmin 0");
        filters.add(low, "wmin 0");
        return filters;
    }

    private <T> JComboBox<T> choice(String name, List<T> values, Function<T, String> word) {
        var box = new JComboBox<T>(new DefaultComboBoxModel<>(new java.util.Vector<>(values)));
        var plain = new DefaultListCellRenderer();
        box.setRenderer((list, value, index, selected, focused) -> plain.getListCellRendererComponent(
                list, value == null ? "" : word.apply(value), index, selected, focused));
        return Look.named(box, name, look.get(name));
    }

    private String named(Optional<Agent> agent) {
        return agent.map(Agent::name).orElseGet(() -> look.get("inspection.everyone"));
    }

    private void wishAgent() {
        if (showing || !(agents.getSelectedItem() instanceof Optional<?> chosen)) return;
        Wish w = model.wish();
        model.wish(new Wish(chosen.map(Agent.class::cast), w.period(), w.evaluated(), w.lowScore()));
    }

    private List<Column<Row>> columns() {
        return List.of(
                Column.text(look.get("recordings.time"), r -> look.texts().moment(r.began(), time.now()), 88, 0),
                Column.text(look.get("recordings.agent"), r -> r.agent().name(), 72, 0),
                Column.text(look.get("recordings.customer"), Row::number, 112, 3),
                Column.figure(look.get("recordings.length"), r -> Texts.clock(r.length()), 60, 2),
                Column.figure(
                        look.get("inspection.score"),
                        r -> r.score().map(s -> "★" + s).orElse(""),
                        52,
                        1),
                new Column<>(look.get("inspection.given"), this::given, this::failed, 64, true, 0));
    }

    private String given(Row row) {
        return row.evaluation().map(given -> String.valueOf(given.percent())).orElse("");
    }

    private Icon failed(Row row) {
        boolean failed = row.evaluation().filter(given -> given.failed()).isPresent();
        return failed ? new StateMark(StateMark.Shape.WARNING, Shade.DANGER, look.px(10)) : null;
    }

    /** Gives the list the focus, now or as soon as it is listed. */
    void focus() {
        focusWanted = !table.requestFocusInWindow() || !table.isShowing();
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        showing = true;
        if (!model.agents().equals(offered)) {
            offered = model.agents();
            var all = new ArrayList<Optional<Agent>>(List.of(Optional.empty()));
            offered.forEach(agent -> all.add(Optional.of(agent)));
            agents.setModel(new DefaultComboBoxModel<>(new java.util.Vector<>(all)));
        }
        agents.setSelectedItem(model.wish().agent());
        showing = false;
        table.show(model.rows());
        model.chosen().ifPresent(table::choose);
        more.setVisible(model.hasMore());
        String card = switch (model.listing()) {
            case LOADING -> "loading";
            case UNAVAILABLE -> "away";
            case LISTED -> model.rows().isEmpty() ? "none" : "list";
        };
        ((CardLayout) cards.getLayout()).show(cards, card);
        if (focusWanted && card.equals("list")) focus();
    }
}

package amends.desktop.inspection;

import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.Texts;
import amends.kernel.Timekeeper;
import java.awt.CardLayout;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JPanel;

/** The recordings there are, newest first, and the one chosen to be heard. */
public final class RecordingsView {
    private final Look look;
    private final RecordingsModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final RowTable<RecordingRow> table;

    public RecordingsView(Look look, RecordingsModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        table = new RowTable<>(look, columns());
        Look.named(table, "recordings.table", look.get("recordings.title"));
        table.getSelectionModel().addListSelectionListener(e -> {
            RecordingRow row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        cards.setOpaque(false);
        cards.add(look.scroll(table), "list");
        cards.add(EmptyState.of(look, Glyph.WAVE, "recordings.none"), "none");
        cards.add(EmptyState.of(look, Glyph.WAVE, "recordings.loading"), "loading");
        cards.add(EmptyState.of(look, Glyph.WAVE, "recordings.unavailable"), "unavailable");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 12u", "[grow,fill]", "[24u!][grow,fill][]");
        panel.add(look.heading("recordings.title"), "wmin 0");
        panel.add(cards, "wmin 0, hmin 0");
        panel.add(new PlayerView(look, model.player(), PlayerView.Keys.WITH_CTRL).panel(), "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private List<Column<RecordingRow>> columns() {
        return List.of(
                Column.text(
                        look.get("recordings.time"),
                        r -> look.texts().moment(r.recording().began(), time.now()),
                        96,
                        1),
                Column.text(look.get("recordings.agent"), RecordingRow::agent, 96, 3),
                Column.text(look.get("recordings.customer"), RecordingRow::number, 132, 0),
                Column.figure(
                        look.get("recordings.length"),
                        r -> Texts.clock(r.recording().length()),
                        68,
                        4),
                new Column<>(
                        look.get("recordings.state"),
                        r -> look.texts().word(r.recording().state()),
                        this::mark,
                        112,
                        false,
                        2));
    }

    private Icon mark(RecordingRow row) {
        int side = look.px(10);
        return switch (row.recording().state()) {
            case RUNNING -> new StateMark(StateMark.Shape.RING, Shade.DANGER, side);
            case SEALED -> new StateMark(StateMark.Shape.FULL, Shade.READY, side);
            case INTERRUPTED -> new StateMark(StateMark.Shape.WARNING, Shade.HOLD, side);
        };
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        table.show(model.rows());
        model.chosen().ifPresent(table::choose);
        String card = switch (model.listing()) {
            case LOADING -> "loading";
            case UNAVAILABLE -> "unavailable";
            case LISTED -> model.rows().isEmpty() ? "none" : "list";
        };
        ((CardLayout) cards.getLayout()).show(cards, card);
    }
}

package amends.desktop.complaint;

import amends.desktop.complaint.ComplaintsModel.Wish;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.recovery.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JCheckBox;
import javax.swing.JPanel;

/** The complaints, the late ones first, and what is wished to be listed. */
final class ComplaintListView {
    private final Look look;
    private final ComplaintsModel model;
    private final ComplaintWords words;
    private final JPanel panel;
    private final RowTable<UUID> table;
    private final TextLine remark;
    private final TextLine weakUnits;
    private final TextLine weakCauses;
    private final JCheckBox all;
    private final JCheckBox late;
    private final Choice<Optional<Complaint.State>> states;
    private final Choice<String> units;
    private final Choice<String> causes;

    ComplaintListView(Look look, ComplaintsModel model, ComplaintWords words) {
        this.look = look;
        this.model = model;
        this.words = words;
        table = new RowTable<>(look, columns());
        Look.named(table, "complaints.list", look.get("amends.complaints"));
        table.getSelectionModel().addListSelectionListener(e -> {
            UUID row = table.chosen();
            if (row != null && !e.getValueIsAdjusting()) model.choose(row);
        });
        all = check("complaints.all", "Alt+M", () -> model.showAll(!model.isAll()));
        late = check("complaints.late", "Alt+L", this::toggleLate);
        states = new Choice<>(
                s -> s.map(look.texts()::word).orElse(look.get("complaints.anyState")),
                s -> model.wish(new Wish(
                        s,
                        model.wish().unit(),
                        model.wish().cause(),
                        model.wish().late())));
        units = new Choice<>(
                u -> u.isEmpty() ? look.get("complaints.anyUnit") : words.unit(u),
                u -> model.wish(new Wish(
                        model.wish().state(),
                        u,
                        model.wish().cause(),
                        model.wish().late())));
        causes = new Choice<>(
                c -> c.isEmpty() ? look.get("complaints.anyCause") : words.cause(c),
                c -> model.wish(new Wish(
                        model.wish().state(),
                        model.wish().unit(),
                        c,
                        model.wish().late())));
        remark = look.line("", "quiet");
        weakUnits = look.line("", "quiet");
        weakCauses = look.line("", "quiet");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 6u, hidemode 3", "[grow,fill]", "[][][][grow,fill][][]");
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        JPanel first = look.panel("insets 0, fillx, gap 12u 0, hidemode 3", "[grow,fill][][]", "");
        Look.named(states.box(), "complaints.state", look.get("complaints.anyState"));
        Look.named(units.box(), "complaints.unit", look.get("complaints.anyUnit"));
        Look.named(causes.box(), "complaints.cause", look.get("complaints.anyCause"));
        first.add(states.box(), look.at("wmin 80u"));
        first.add(late);
        first.add(all);
        JPanel second = look.panel("insets 0, fillx, gap 12u 0", "[grow,fill,sg][grow,fill,sg]", "");
        second.add(units.box(), "wmin 0");
        second.add(causes.box(), "wmin 0");
        panel.add(first, "wmin 0");
        panel.add(second, "wmin 0");
        panel.add(remark, "wmin 0");
        panel.add(look.scroll(table), "grow, wmin 0, hmin 0");
        panel.add(weakUnits, "wmin 0");
        panel.add(weakCauses, "wmin 0");
        all.setVisible(model.seesAll());
    }

    private JCheckBox check(String key, String shortcut, Runnable act) {
        var check = Look.named(new JCheckBox(look.get(key)), key, look.get(key));
        check.setOpaque(false);
        check.setToolTipText(shortcut);
        check.addActionListener(e -> act.run());
        return check;
    }

    void toggleLate() {
        Wish now = model.wish();
        model.wish(new Wish(now.state(), now.unit(), now.cause(), !now.late()));
    }

    private List<Column<UUID>> columns() {
        return List.of(
                new Column<>(look.get("complaints.number"), of(c -> "#" + c.number()), this::mark, 76, false, 0),
                Column.text(look.get("complaints.who"), of(words::who), 88, 2),
                Column.text(look.get("complaints.subject"), of(Complaint::subject), 120, 0),
                Column.text(look.get("complaints.state"), of(c -> look.texts().word(c.state())), 76, 3),
                Column.text(
                        look.get("complaints.due"),
                        of(c -> model.due(c).map(words::due).orElse("")),
                        164,
                        1));
    }

    private Function<UUID, String> of(Function<Complaint, String> text) {
        return id -> model.row(id).map(text).orElse("");
    }

    private Icon mark(UUID id) {
        boolean isLate = model.row(id).filter(model::isLate).isPresent();
        boolean unseen = model.row(id).filter(c -> c.file().unseen()).isPresent();
        if (isLate) return new StateMark(StateMark.Shape.WARNING, Shade.DANGER, look.px(10));
        return new StateMark(
                unseen ? StateMark.Shape.FULL : StateMark.Shape.RING, unseen ? Shade.ACCENT : Shade.QUIET, look.px(10));
    }

    JPanel panel() {
        return panel;
    }

    void focus() {
        table.requestFocusInWindow();
    }

    private void refresh() {
        all.setSelected(model.isAll());
        late.setSelected(model.wish().late());
        states.show(
                Stream.concat(
                                Stream.of(Optional.<Complaint.State>empty()),
                                Stream.of(Complaint.State.values()).map(Optional::of))
                        .toList(),
                model.wish().state());
        units.show(withAny(model.units()), model.wish().unit());
        causes.show(withAny(model.causes()), model.wish().cause());
        List<Complaint> rows = model.rows();
        remark.setText(
                switch (model.listing()) {
                    case LOADING -> look.get("complaints.loading");
                    case UNAVAILABLE -> look.get("complaints.unavailable");
                    case LISTED ->
                        rows.isEmpty()
                                ? look.get(model.isAll() ? "complaints.empty" : "complaints.emptyMine")
                                : look.get("complaints.count", rows.size(), model.late());
                });
        show(weakUnits, words.weakUnits(model.weak()));
        show(weakCauses, words.weakCauses(model.weak()));
        table.show(rows.stream().map(Complaint::id).toList());
        model.chosen().ifPresent(table::choose);
        table.repaint();
    }

    private static void show(TextLine line, String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
    }

    private static List<String> withAny(Set<String> keys) {
        var all = new ArrayList<String>();
        all.add("");
        all.addAll(keys);
        return all;
    }
}

package amends.desktop.care;

import amends.care.CareCall;
import amends.care.CareCall.Outcome;
import amends.care.CareDraw;
import amends.care.Leaving;
import amends.desktop.Page;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import java.awt.CardLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** Whom to call before they complain: the list as it was drawn, one key to call, one for what came of it. */
public final class CarePage implements Page {
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.CONTENT, Outcome.MORE_TO_DO, Outcome.NOT_WANTED, Outcome.NOT_REACHED);
    private final Look look;
    private final CareModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final RowTable<CareCall> calls;
    private final RowTable<Leaving> leaving;
    private final JPanel leavingPart;
    private final TextLine draw;
    private final TextLine remark;
    private final KeyButton begin;
    private final KeyButton back;
    private final Map<Outcome, KeyButton> outcomes = new LinkedHashMap<>();

    public CarePage(Look look, CareModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        calls = new RowTable<>(look, callColumns());
        Look.named(calls, "care.calls", look.get("care.calls"));
        leaving = new RowTable<>(look, leavingColumns());
        Look.named(leaving, "care.leaving", look.get("leaving.title"));
        draw = Look.named(look.line("", "quiet"), "care.draw", "");
        remark = Look.named(look.line("", ""), "care.remark", "");
        begin = look.button("care.begin", look.get("care.begin"), "Ctrl+Enter", this::begin);
        Look.styled(begin, "main");
        back = look.button("care.back", look.get("care.back"), "", () -> chosen(model::giveBack));
        for (Outcome outcome : OUTCOMES)
            outcomes.put(
                    outcome,
                    look.button(
                            "care." + outcome,
                            look.texts().word(outcome),
                            "Alt+Shift+" + (outcomes.size() + 1),
                            () -> chosen(c -> model.ended(c, outcome))));
        cards.setOpaque(false);
        cards.add(look.scroll(calls), "list");
        cards.add(EmptyState.of(look, Glyph.ANSWER, "care.none"), "none");
        leavingPart = look.panel("insets 0, fill, wrap 1, gap 0 4u", "[grow,fill]", "[20u!][grow,fill]");
        leavingPart.add(look.heading("leaving.title"), "wmin 0");
        leavingPart.add(look.scroll(leaving), "wmin 0, hmin 0");
        panel = look.panel(
                "insets 8u 0 0 0, fill, wrap 1, gap 0 6u, hidemode 3",
                "[grow,fill]",
                "[20u!][18u!][grow 55,fill][][18u!][grow 45,fill]");
        lay();
        calls.getSelectionModel().addListSelectionListener(e -> refreshButtons());
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        panel.add(look.heading("care.title"), "wmin 0");
        panel.add(draw, "wmin 0");
        panel.add(cards, look.at("wmin 0, hmin 72u"));
        String rows = "insets 0, gap 8u 6u" + across();
        JPanel buttons = look.panel(rows, "", "[32u!]");
        buttons.add(begin, "wmin pref, growy");
        outcomes.values().forEach(b -> buttons.add(b, "growy"));
        buttons.add(back, "growy");
        panel.add(buttons, "wmin 0");
        panel.add(remark, "wmin 0");
        panel.add(leavingPart, look.at("wmin 0, hmin 72u"));
    }

    /** Large letters and long words take two rows. */
    private String across() {
        if (look.textPercent() > 125) return ", wrap 3";
        return look.texts().language() == Language.EN ? ", wrap 4" : "";
    }

    private List<Column<CareCall>> callColumns() {
        return List.of(
                Column.text(look.get("care.who"), c -> c.name().isBlank() ? model.number(c) : c.name(), 120, 0),
                Column.text(look.get("care.number"), model::number, 136, 3),
                Column.figure(look.get("care.owed"), c -> "%.1f".formatted(c.weight()), 76, 1),
                Column.figure(look.get("care.chance"), c -> look.get("care.percent", percent(c)), 84, 4),
                Column.text(look.get("care.pool"), c -> look.texts().word(c.pool()), 112, 5),
                Column.text(look.get("care.state"), this::state, 176, 2));
    }

    private static String percent(CareCall call) {
        return call.chance() >= 1 ? "100" : "%.1f".formatted(call.chance() * 100);
    }

    private String state(CareCall call) {
        if (model.isMine(call)) return look.get("care.mine");
        if (model.isLater(call)) return look.get("care.later", look.texts().moment(call.notBefore(), time.now()));
        if (!model.isFree(call)) return look.get("care.taken");
        return call.tries() == 0 ? look.get("care.waiting") : look.get("care.tries", call.tries());
    }

    private List<Column<Leaving>> leavingColumns() {
        return List.of(
                Column.text(look.get("care.who"), l -> l.name().isBlank() ? "–" : l.name(), 120, 0),
                Column.figure(look.get("leaving.chance"), l -> look.get("care.percent", l.percent()), 84, 0),
                Column.figure(look.get("care.owed"), l -> "%.1f".formatted(l.owed()), 76, 2),
                Column.text(look.get("leaving.why"), l -> LeavingWords.reasons(look, l), 360, 1));
    }

    private void refresh() {
        calls.show(model.calls());
        if (calls.chosen() == null && !model.calls().isEmpty())
            calls.choose(model.calls().getFirst());
        ((CardLayout) cards.getLayout()).show(cards, model.calls().isEmpty() ? "none" : "list");
        draw.setText(model.board().draw().map(this::drawn).orElse(""));
        draw.setToolTipText(model.board()
                .draw()
                .map(d -> look.get("care.fair", Long.toUnsignedString(d.seed(), 36)))
                .orElse(null));
        remark.setText(model.remark().map(look.texts()::word).orElse(""));
        Look.shaded(remark, Shade.DANGER);
        leaving.show(model.leaving());
        leavingPart.setVisible(!model.leaving().isEmpty());
        refreshButtons();
    }

    private String drawn(CareDraw last) {
        return look.get(
                "care.drawn",
                look.texts().moment(last.at(), time.now()),
                last.drawn(),
                last.candidates(),
                Math.round(last.quietShare() * 100));
    }

    private void refreshButtons() {
        CareCall chosen = calls.chosen();
        boolean mine = chosen != null && model.isMine(chosen);
        begin.setEnabled(chosen != null && (mine || model.isFree(chosen)));
        back.setEnabled(mine);
        outcomes.values().forEach(b -> b.setEnabled(mine));
    }

    private void begin() {
        chosen(model::call);
    }

    private void chosen(java.util.function.Consumer<CareCall> act) {
        CareCall chosen = calls.chosen();
        if (chosen != null) act.accept(chosen);
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.shown(now);
    }

    @Override
    public void focus() {
        calls.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) {
            if (begin.isEnabled()) begin();
            return true;
        }
        int place = 1;
        for (KeyButton button : outcomes.values())
            if (key.equals(KeyStroke.getKeyStroke("alt shift " + place++))) {
                button.doClick();
                return true;
            }
        return false;
    }
}

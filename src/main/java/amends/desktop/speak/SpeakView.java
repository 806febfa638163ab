package amends.desktop.speak;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.personality.Advice;
import amends.personality.Estimate;
import amends.telephony.Call;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/**
 * Below what we owe: how to speak to the caller in three lines, of which type they seem to be with the reasons behind a
 * key, and what was seen of them to be ticked. Where there is no estimate there is none, not a grey one.
 */
public final class SpeakView {
    private final Look look;
    private final SpeakModel model;
    private final TickModel ticks;
    private final SpeakWords words;
    private final JPanel panel;
    private final KeyButton estimate;
    private final TextLine remark;
    private final KeyButton seen;
    private final JTextArea lines;
    private Optional<Call> shown = Optional.empty();

    public SpeakView(Look look, SpeakModel model, TickModel ticks, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.ticks = ticks;
        words = new SpeakWords(look, time);
        estimate = look.button("speak.estimate", "", "Ctrl+Y", this::why);
        remark = Look.named(look.line("", "quiet"), "speak.remark", "");
        seen = look.button("speak.seen", look.get("speak.seen"), "Ctrl+E", this::tick);
        lines = Look.named(look.paragraph("", ""), "speak.lines", look.get("speak.title"));
        boolean large = look.textPercent() > 125;
        panel = look.panel("insets 8u 0 0 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        panel.add(large ? headAbove() : head(), "wmin 0");
        panel.add(lines, look.at("wmin 0, h " + (large ? 57 : 38) + "u!"));
        Follow.models(panel, this::refresh, model, ticks);
    }

    private JPanel head() {
        JPanel row = look.panel("insets 0, fillx, gap 12u 0", "[][][grow,fill][]", "[26u!]");
        row.add(look.heading("speak.title"), "shrink 0");
        row.add(estimate, look.at("h 26u!, hidemode 3"));
        row.add(remark, "wmin 0, growx, pushx");
        row.add(seen, look.at("h 26u!, hidemode 2"));
        return row;
    }

    /** Large words want a line more. */
    private JPanel headAbove() {
        JPanel rows = look.panel("insets 0, fillx, gap 12u 2u", "[grow,fill][]", "[][26u!]");
        rows.add(look.heading("speak.title"), "span, split 2, growx 0, shrink 0");
        rows.add(remark, "wmin 0, growx, wrap");
        rows.add(estimate, look.at("h 26u!, growx 0, hidemode 2"));
        rows.add(seen, look.at("h 26u!, hidemode 2"));
        return rows;
    }

    public JPanel panel() {
        return panel;
    }

    public void show(Call call) {
        shown = Optional.of(call);
        refresh();
    }

    /** Opens what the estimate rests on, where there is one. */
    public void why() {
        if (!estimate.isVisible() || !estimate.isShowing()) return;
        shown.map(Call::id).ifPresent(call -> new EvidenceMenu(look, model, words, call).show(estimate));
    }

    /** Opens the list of what can be ticked, where something can. */
    public void tick() {
        if (!seen.isVisible() || !seen.isShowing()) return;
        shown.map(Call::id).ifPresent(call -> new TickMenu(look, ticks, call).show(seen));
    }

    private void refresh() {
        shown.ifPresent(call -> {
            put(lines, model.advice(call.id()));
            Optional<Estimate.Shown> found = model.shown(call.id());
            boolean disputed = found.isEmpty() && isDisputed(call);
            estimate.setVisible(found.isPresent() || disputed);
            String text = found.map(words::estimate).orElseGet(() -> look.get("speak.disputed"));
            if (!text.equals(estimate.getText())) {
                estimate.setText(text);
                Look.named(estimate, "speak.estimate", text + " Ctrl+Y");
                estimate.setToolTipText(found.map(words::because).orElse(null));
            }
            remark.setText(remark(call));
            boolean offered = call.answered().isPresent() && ticks.isOffered(call.id());
            seen.setVisible(offered);
            if (offered) seen.setText(ticked(call));
        });
    }

    private boolean isDisputed(Call call) {
        return model.of(call.id()).filter(i -> !i.objections().isEmpty()).isPresent();
    }

    private String remark(Call call) {
        if (model.isAway(call.id())) return look.get("speak.away");
        return model.objected(call.id())
                .map(type -> look.get("speak.objected", look.texts().word(type)))
                .orElse("");
    }

    private String ticked(Call call) {
        if (ticks.isNone(call.id())) return look.get("speak.seenNone");
        int count = ticks.count(call.id());
        return count == 0 ? look.get("speak.seen") : look.get("speak.seenCount", count);
    }

    private void put(JTextArea area, List<Advice> advice) {
        var text = new StringJoiner("　");
        for (int i = 0; i < advice.size(); i++)
            text.add((i + 1) + " " + look.texts().word(advice.get(i)));
        if (!area.getText().equals(text.toString())) area.setText(text.toString());
    }
}

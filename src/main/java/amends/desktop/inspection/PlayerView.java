package amends.desktop.inspection;

import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RoundedBox;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.recording.Recording;
import java.time.Duration;
import javax.swing.JPanel;

/** Hears the chosen recording: play and pause, back and forth, the picture of its sound. */
final class PlayerView {
    private static final int SKIP = 5;
    private final Look look;
    private final RecordingsModel model;
    private final JPanel panel;
    private final KeyButton play;
    private final KeyButton back;
    private final KeyButton forth;
    private final TextLine position;
    private final TextLine remark;
    private final WaveformView wave;

    PlayerView(Look look, RecordingsModel model) {
        this.look = look;
        this.model = model;
        panel = new RoundedBox(look, "insets 12u 16u 12u 16u, fillx, gap 8u 8u", "[][][][grow,fill]");
        play = look.glyph(look.button("player.play", look.get("player.play"), "Ctrl+P", model::togglePlay), Glyph.PLAY);
        boolean large = look.textPercent() > 125;
        back = look.button(
                "player.back", look.get("player.back", SKIP), large ? "" : "Ctrl+←", () -> model.skip(-SKIP));
        forth = look.button(
                "player.forth", look.get("player.forth", SKIP), large ? "" : "Ctrl+→", () -> model.skip(SKIP));
        position = look.figure("emphasis");
        remark = Look.named(look.line("", "quiet"), "player.remark", "");
        wave = new WaveformView(look, model);
        Look.named(wave, "player.wave", look.get("player.wave"));
        panel.add(above(), "span, growx, wmin 0, wrap");
        panel.add(wave, look.at("span, growx, h 120u!, wrap"));
        panel.add(play, "sizegroup p");
        panel.add(back, "");
        panel.add(forth, "");
        panel.add(legend(), large ? "newline, span" : "alignx right");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel above() {
        JPanel above = look.panel("insets 0, fillx, gap 12u 0", "[grow,fill,shrinkprio 200][]", "");
        above.add(remark, "wmin 0");
        above.add(position);
        return above;
    }

    private JPanel legend() {
        JPanel legend = look.panel("insets 0, gap 12u 0", "[][]", "");
        legend.add(Look.shaded(legendLine("player.customer"), Shade.CUSTOMER));
        legend.add(Look.shaded(legendLine("player.agent"), Shade.AGENT));
        return legend;
    }

    private TextLine legendLine(String key) {
        TextLine line = look.figure("strong");
        line.setText((key.endsWith("agent") ? "▼ " : "▲ ") + look.get(key));
        return line;
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        boolean there = model.sound().isPresent();
        boolean plays = model.player().isPlaying();
        play.setEnabled(there);
        back.setEnabled(there);
        forth.setEnabled(there);
        play.setText(look.get(plays ? "player.pause" : "player.play"));
        play.setIcon((plays ? Glyph.HOLD : Glyph.PLAY).icon(look.px(16)));
        position.setText(positionText());
        remark.setText(remarkText());
        boolean bad = model.cannotOpen().isPresent() || isInterrupted();
        Look.shaded(remark, bad ? Shade.HOLD : Shade.QUIET);
        wave.repaint();
    }

    private boolean isInterrupted() {
        return model.chosen()
                .filter(r -> r.recording().state() == Recording.State.INTERRUPTED)
                .isPresent();
    }

    private String positionText() {
        return model.sound()
                .map(s -> Texts.clock(Duration.ofMillis((long) (model.player().position() * 1000)))
                        + " / "
                        + Texts.clock(Duration.ofSeconds(s.customer().length / s.rate())))
                .orElse("");
    }

    private String remarkText() {
        if (model.chosen().isEmpty()) return look.get("player.choose");
        if (model.cannotOpen().isPresent())
            return look.get("player.cannotOpen", model.cannotOpen().get());
        Recording recording = model.chosen().get().recording();
        return switch (recording.state()) {
            case RUNNING -> look.get("player.running");
            case INTERRUPTED -> look.get("player.interrupted");
            case SEALED ->
                model.sound().isEmpty()
                        ? look.get("player.opening")
                        : look.get(recording.announced() ? "player.announced" : "player.unannounced");
        };
    }
}

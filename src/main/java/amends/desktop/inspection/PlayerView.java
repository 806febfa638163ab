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
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** Hears the chosen recording: play and pause, back and forth, the picture of its sound. */
final class PlayerView {
    static final int SKIP = 5;

    /** Which keys stand on the buttons. @param alone the page has little room, the legend a line of its own */
    record Keys(String play, String back, String forth, boolean alone) {
        static final Keys WITH_CTRL = new Keys("Ctrl+P", "Ctrl+←", "Ctrl+→", false);

        static Keys alone(Look look) {
            return new Keys(look.get("player.space"), "←", "→", true);
        }
    }

    private final Look look;
    private final PlayerModel model;
    private final JPanel panel;
    private final KeyButton play;
    private final KeyButton back;
    private final KeyButton forth;
    private final TextLine position;
    private final TextLine remark;
    private final WaveformView wave;

    PlayerView(Look look, PlayerModel model, Keys keys) {
        this(look, model, keys, List::of);
    }

    /** @param marks places in the sound that are flagged */
    PlayerView(Look look, PlayerModel model, Keys keys, Supplier<List<Duration>> marks) {
        this.look = look;
        this.model = model;
        panel = new RoundedBox(look, "insets 12u 16u 12u 16u, fillx, gap 8u 8u", "[][][][grow,fill]");
        play = look.glyph(
                look.button("player.play", look.get("player.play"), keys.play(), model::togglePlay), Glyph.PLAY);
        boolean large = look.textPercent() > 125;
        back = look.button(
                "player.back", look.get("player.back", SKIP), large ? "" : keys.back(), () -> model.skip(-SKIP));
        forth = look.button(
                "player.forth", look.get("player.forth", SKIP), large ? "" : keys.forth(), () -> model.skip(SKIP));
        position = look.figure("emphasis");
        remark = Look.named(look.line("", "quiet"), "player.remark", "");
        wave = new WaveformView(look, model, marks);
        Look.named(wave, "player.wave", look.get("player.wave"));
        panel.add(above(), "span, growx, wmin 0, wrap");
        panel.add(wave, look.at("span, growx, h 120u!, wrap"));
        panel.add(play, "sizegroup p");
        panel.add(back, "");
        panel.add(forth, "");
        panel.add(legend(), large || keys.alone() ? "newline, span" : "alignx right");
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
        return model.track()
                .filter(track -> track.state() == Recording.State.INTERRUPTED)
                .isPresent();
    }

    private String positionText() {
        return model.sound().isEmpty() ? "" : Texts.clock(model.position()) + " / " + Texts.clock(model.length());
    }

    private String remarkText() {
        if (model.track().isEmpty()) return look.get("player.choose");
        if (model.cannotOpen().isPresent())
            return look.texts().word(model.cannotOpen().get());
        PlayerModel.Track track = model.track().get();
        return switch (track.state()) {
            case RUNNING -> look.get("player.running");
            case INTERRUPTED -> look.get("player.interrupted");
            case SEALED ->
                model.sound().isEmpty()
                        ? look.get("player.opening")
                        : look.get(track.announced() ? "player.announced" : "player.unannounced");
        };
    }
}

package amends.desktop.sound;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.media.Loudness;
import javax.swing.JPanel;

/** A bar and its figures, and a word when it is too loud. */
final class LevelRow {
    private final Look look;
    private final JPanel panel;
    private final LevelBar bar;
    private final TextLine figure;
    private final String spoken;

    LevelRow(Look look, String name, String spoken) {
        this.look = look;
        this.spoken = spoken;
        bar = Look.named(new LevelBar(look), name, spoken);
        figure = look.line("", "quiet");
        panel = look.panel("insets 0, fill, gap 10u 0", "[grow,fill][170u!]", "[18u!]");
        panel.add(bar, "wmin 40");
        panel.add(figure, "wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    void show(Loudness now, Loudness read) {
        bar.show(now);
        boolean loud = read.peak() > LevelBar.TOO_LOUD;
        String text = read.peak() <= Loudness.LEAST
                ? look.get("sound.level.none")
                : look.get(loud ? "sound.level.loud" : "sound.level", Math.round(read.rms()), Math.round(read.peak()));
        if (text.equals(figure.getText())) return;
        figure.setText(text);
        Look.shaded(figure, loud ? Shade.DANGER : Shade.QUIET);
        bar.getAccessibleContext().setAccessibleDescription(spoken + ": " + text);
    }
}

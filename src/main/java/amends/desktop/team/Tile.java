package amends.desktop.team;

import amends.desktop.look.Look;
import amends.desktop.look.RoundedBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import java.util.Optional;
import javax.swing.JPanel;

/** One figure with its word above and what it means below. */
final class Tile {
    private final Look look;
    private final JPanel panel;
    private final Ticking figure = new Ticking();
    private final TextLine note;
    private final String word;
    private final String fonts;
    private boolean warned;

    /** @param scale 1 on the page, 3 on the wall */
    Tile(Look look, String name, String word, int scale) {
        this.look = look;
        this.word = word;
        panel = new RoundedBox(look, "insets 8u 10u 8u 10u, fillx, wrap 1, gap 0 2u", "[grow,fill]");
        TextLine caption = look.line(word, "quiet");
        note = look.line("", "quiet");
        fonts = "font: bold " + (scale == 1 ? 185 : 154 * scale) + "%";
        if (scale > 1) {
            caption.putClientProperty("FlatLaf.style", "font: bold " + 60 * scale + "%");
            note.putClientProperty("FlatLaf.style", "font: " + 45 * scale + "%");
        }
        figure.putClientProperty("FlatLaf.style", fonts);
        Look.named(figure, name, word);
        note.setIconTextGap(look.px(6));
        panel.add(caption, "wmin 0");
        panel.add(figure, "wmin 0");
        panel.add(note, "wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    /** @param below empty keeps its room */
    void show(String value, String below, Optional<String> tip) {
        figure.tick(value);
        figure.getAccessibleContext().setAccessibleName(word + " " + value);
        String words = below.isEmpty() ? " " : below;
        if (!words.equals(note.getText())) note.setText(words);
        note.setToolTipText(tip.orElse(null));
    }

    /** The figure's colour, and a mark below it. */
    void warn(boolean now) {
        if (now == warned) return;
        warned = now;
        figure.putClientProperty("FlatLaf.style", now ? fonts + "; foreground: " + Shade.DANGER.style() : fonts);
        note.setIcon(now ? new StateMark(StateMark.Shape.WARNING, Shade.DANGER, look.px(10)) : null);
    }
}

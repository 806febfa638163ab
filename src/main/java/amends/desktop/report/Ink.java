package amends.desktop.report;

import amends.desktop.look.Shade;
import java.awt.Color;
import java.awt.Font;
import javax.swing.UIManager;

/** The colours and letters in which a chart is drawn: the theme's on the screen, light ones on paper. */
record Ink(Color ground, Color text, Color quiet, Color hairline, Color now, Color before, Color whisker, Font font) {
    static Ink ofScreen() {
        return new Ink(
                Shade.SHEET.color(),
                UIManager.getColor("Label.foreground"),
                Shade.QUIET.color(),
                Shade.HAIRLINE.color(),
                Shade.ACCENT.color(),
                Shade.ACCENT.muted(),
                Shade.QUIET.color(),
                UIManager.getFont("Label.font"));
    }

    static Ink ofPaper() {
        Font font = UIManager.getFont("Label.font").deriveFont(12f);
        return new Ink(
                Color.WHITE,
                new Color(0x1c2230),
                new Color(0x5a6372),
                new Color(0xdfe3ea),
                new Color(0x3d5bd9),
                new Color(0xb1bdf0),
                new Color(0x5a6372),
                font);
    }
}

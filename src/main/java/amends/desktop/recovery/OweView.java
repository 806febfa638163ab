package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.desktop.look.RoundedBox;
import javax.swing.JPanel;

/** What we owe the caller: the one box with a border in the middle of the window. */
public final class OweView {
    private final JPanel panel;

    public OweView(Look look) {
        panel = new RoundedBox(look, "insets 12u 16u 12u 16u, fillx, wrap 1, gap 0 4u", "[grow,fill]");
        panel.add(look.heading("owe.title"), "wmin 0");
        panel.add(look.line(look.get("owe.none"), ""), "wmin 0");
    }

    public JPanel panel() {
        return panel;
    }
}

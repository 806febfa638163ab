package amends.desktop.look;

import java.awt.Container;
import java.awt.Dimension;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextPane;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/** What a place without content says: what will be here and what to do. */
public final class EmptyState {
    private EmptyState() {}

    /** @param key of the title; {@code key.todo} is the line below */
    public static JPanel of(Look look, Glyph glyph, String key) {
        JPanel panel = look.panel("insets 16u 0 16u 0, fillx, wrap 1, gap 4u", "[grow,fill]", "");
        var icon = new JLabel(glyph.icon(look.px(24)));
        Look.shaded(icon, Shade.QUIET);
        Container box = panel;
        box.add(icon, "align center, grow 0");
        var title = look.line(look.get(key), "strong");
        title.setHorizontalAlignment(JLabel.CENTER);
        box.add(title, "");
        box.add(centred(look.get(key + ".todo")), look.at("growx, wmin 0, gapleft 16u, gapright 16u"));
        return panel;
    }

    private static JTextPane centred(String text) {
        var pane = new JTextPane();
        var centre = new SimpleAttributeSet();
        StyleConstants.setAlignment(centre, StyleConstants.ALIGN_CENTER);
        pane.setText(text);
        pane.getStyledDocument().setParagraphAttributes(0, text.length(), centre, false);
        pane.setEditable(false);
        pane.setFocusable(false);
        pane.setOpaque(false);
        pane.setBorder(null);
        pane.setMinimumSize(new Dimension(0, 0));
        return Look.styled(pane, "quiet");
    }
}

package amends.desktop.wrapup;

import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A text area that says what belongs there while it is empty. */
final class HintedArea extends JTextArea {
    private static final long serialVersionUID = 1;
    private final String hint;

    HintedArea(String hint) {
        this.hint = hint;
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (getDocument().getLength() > 0) return;
        var g2 = (Graphics2D) g.create();
        g2.setFont(getFont());
        g2.setColor(UIManager.getColor("TextField.placeholderForeground"));
        var insets = getInsets();
        FlatUIUtils.drawString(
                this,
                g2,
                hint,
                insets.left,
                insets.top + getFontMetrics(getFont()).getAscent());
        g2.dispose();
    }
}

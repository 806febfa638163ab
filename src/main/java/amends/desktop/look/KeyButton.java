package amends.desktop.look;

import com.formdev.flatlaf.util.ColorFunctions;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.event.MouseEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;

/** A button that shows its key at its right, quieter than its word; made narrower than that, it lets go of the key first. */
public final class KeyButton extends JButton {
    private static final long serialVersionUID = 1;
    private static final int GAP = 6;

    private String key;
    private boolean narrow;

    KeyButton(String text, String key) {
        super(text);
        this.key = key;
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    public void showKey(String newKey) {
        if (newKey.equals(key)) return;
        key = newKey;
        revalidate();
        repaint();
    }

    private int keyWidth() {
        return narrow || key == null || key.isEmpty()
                ? 0
                : getFontMetrics(getFont()).stringWidth(key) + GAP;
    }

    /** How narrow it can be made without a letter of its word being lost, in pixels. */
    public int leastWidth() {
        return getPreferredSize().width - keyWidth();
    }

    @Override
    public Dimension getPreferredSize() {
        boolean now = narrow;
        narrow = false;
        try {
            return super.getPreferredSize();
        } finally {
            narrow = now;
        }
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        narrow = width < getPreferredSize().width;
        super.setBounds(x, y, width, height);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        String own = getToolTipText();
        return own == null && narrow ? getText() + "  " + key : own;
    }

    @Override
    public Insets getInsets() {
        return withKey(super.getInsets());
    }

    @Override
    public Insets getInsets(Insets insets) {
        return withKey(super.getInsets(insets));
    }

    private Insets withKey(Insets insets) {
        insets.right += keyWidth();
        return insets;
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (keyWidth() == 0) return;
        boolean lit = isEnabled();
        g.setFont(getFont());
        g.setColor(
                lit
                        ? ColorFunctions.mix(getForeground(), getBackground(), 0.72f)
                        : UIManager.getColor("Button.disabledText"));
        var metrics = getFontMetrics(getFont());
        int x = getWidth() - getInsets().right + GAP;
        int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        com.formdev.flatlaf.ui.FlatUIUtils.drawString((JComponent) this, g, key, x, y);
    }
}

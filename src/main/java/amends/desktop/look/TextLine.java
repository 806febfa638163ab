package amends.desktop.look;

import java.awt.Dimension;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;
import javax.swing.ToolTipManager;

/** One line of plain text that gives way: what does not fit ends in an ellipsis and is told whole by its tip. */
public final class TextLine extends JLabel {
    private static final long serialVersionUID = 1;

    private final boolean firm;

    /** @param firm keeps its width, as figures do that must not lose a digit */
    TextLine(String text, boolean firm) {
        super(text);
        this.firm = firm;
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    @Override
    public Dimension getMinimumSize() {
        Dimension least = super.getMinimumSize();
        return firm ? least : new Dimension(0, least.height);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        String own = getToolTipText();
        if (own != null) return own;
        return getWidth() < getPreferredSize().width ? getText() : null;
    }
}

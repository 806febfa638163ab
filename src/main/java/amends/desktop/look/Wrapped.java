package amends.desktop.look;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** Texts of some lines that are as high as their lines are at the width of the panel they stand in. */
public final class Wrapped {
    private final JPanel panel;
    private final int inset;
    private final List<JTextArea> texts;

    private Wrapped(JPanel panel, int inset, List<JTextArea> texts) {
        this.panel = panel;
        this.inset = inset;
        this.texts = texts;
    }

    /** @param inset what the panel keeps free at left and right together, in pixels */
    public static Wrapped in(JPanel panel, int inset, JTextArea... texts) {
        var wrapped = new Wrapped(panel, inset, List.of(texts));
        panel.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                wrapped.fit();
            }
        });
        return wrapped;
    }

    /** Other words stand there now. */
    public void fit() {
        int width = panel.getWidth() - inset;
        if (width <= 0) return;
        for (JTextArea text : texts)
            if (text.getWidth() != width || text.getPreferredSize().height != text.getHeight())
                text.setSize(width, Short.MAX_VALUE);
        panel.revalidate();
    }
}

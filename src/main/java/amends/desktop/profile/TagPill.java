package amends.desktop.profile;

import amends.customer.FullProfile.ShownTag;
import amends.customer.Tag;
import amends.desktop.look.Look;
import amends.desktop.look.Pill;
import amends.desktop.look.Shade;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

/** One tag: hovering shows what it rests on, Enter or a click everything. A disputed one is struck out of the facts. */
final class TagPill extends Pill {
    private static final long serialVersionUID = 1;

    private final boolean disputed;
    private transient Runnable opened = () -> {};

    TagPill(Look look, TagWords words, ShownTag tag) {
        super(look);
        disputed = tag.standing() == Tag.Standing.DISPUTED;
        show(words.pill(tag), disputed ? Shade.QUIET : Shade.ACCENT);
        setToolTipText(words.evidence(tag));
        Look.named(this, "tag." + tag.tag().name(), words.pill(tag) + ": " + words.evidence(tag));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                opened.run();
            }
        });
        addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent e) {
                if (e.getKeyCode() != KeyEvent.VK_ENTER && e.getKeyCode() != KeyEvent.VK_SPACE) return;
                e.consume();
                opened.run();
            }
        });
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent e) {
                repaint();
            }
        });
    }

    /** @param act when the agent wants everything */
    void opens(Runnable act) {
        opened = act;
        setFocusable(true);
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (!isFocusOwner()) return;
        var g2 = (Graphics2D) g.create();
        g2.setColor(Shade.ACCENT.color());
        g2.setStroke(new BasicStroke(2));
        g2.drawRoundRect(1, 1, getWidth() - 3, getHeight() - 3, getHeight(), getHeight());
        g2.dispose();
    }
}

package amends.desktop.sound;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.media.Loudness;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import javax.swing.JPanel;

/** A thin bar from −60 to 0 dBFS: the mean power filled, the peak a mark. Painted only when a pixel of it moves. */
final class LevelBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double LEAST = -60;
    /** Above it sound is about to be cut off. */
    static final double TOO_LOUD = -3;

    private final int height;
    private Loudness shown = Loudness.SILENCE;

    LevelBar(Look look) {
        height = look.px(8);
        setOpaque(false);
    }

    void show(Loudness now) {
        boolean same = at(now.rms()) == at(shown.rms()) && at(now.peak()) == at(shown.peak());
        shown = now;
        if (!same) repaint();
    }

    private int at(double decibels) {
        return (int) Math.round(getWidth() * Math.clamp(1 - decibels / LEAST, 0, 1));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(160, height + 4);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(40, height + 4);
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        int top = (getHeight() - height) / 2;
        g2.setColor(Shade.HAIRLINE.color());
        g2.fillRoundRect(0, top, getWidth(), height, height, height);
        g2.setColor(Shade.TALK.muted());
        Shape whole = g2.getClip();
        g2.clipRect(0, 0, at(shown.rms()), getHeight());
        g2.fillRoundRect(0, top, getWidth(), height, height, height);
        g2.setClip(whole);
        if (shown.peak() > LEAST) {
            g2.setColor((shown.peak() > TOO_LOUD ? Shade.DANGER : Shade.TALK).color());
            g2.fillRect(Math.max(0, at(shown.peak()) - 2), top - 2, 2, height + 4);
        }
        g2.dispose();
    }
}

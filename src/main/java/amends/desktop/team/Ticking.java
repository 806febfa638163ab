package amends.desktop.team;

import javax.swing.JLabel;

/** A figure that changes while people look: what stands around it is not laid out anew for that. */
final class Ticking extends JLabel {
    private static final long serialVersionUID = 1;
    private boolean ticking;

    void tick(String figure) {
        ticking = true;
        setText(figure);
        ticking = false;
    }

    @Override
    public void revalidate() {
        if (!ticking) super.revalidate();
    }
}

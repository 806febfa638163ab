package amends.desktop.inspection;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.recording.RecordingLibrary.Sound;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** Both sides of a call drawn over time, the customer above, the agent below; a press goes there. */
final class WaveformView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int BAR = 3;
    private final transient Look look;
    private final transient PlayerModel model;
    private final transient Supplier<List<Duration>> marks;
    private transient Sound drawn;
    private transient Envelope customer;
    private transient Envelope agent;

    /** @param marks places in the sound that are flagged */
    WaveformView(Look look, PlayerModel model, Supplier<List<Duration>> marks) {
        this.look = look;
        this.model = model;
        this.marks = marks;
        setOpaque(false);
        setPreferredSize(new Dimension(look.px(320), look.px(128)));
        setMinimumSize(new Dimension(0, look.px(96)));
        var mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                seek(e.getX());
            }

            @Override
            public void mouseDragged(MouseEvent e) {
                seek(e.getX());
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    private void seek(int x) {
        if (getWidth() > 0) model.seek(seconds() * Math.clamp((double) x / getWidth(), 0, 1));
    }

    private double seconds() {
        return model.sound().map(s -> (double) s.customer().length / s.rate()).orElse(0.0);
    }

    @Override
    protected void paintComponent(Graphics g) {
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        int half = getHeight() / 2;
        g2.setColor(Shade.HAIRLINE.color());
        g2.fillRect(0, half, getWidth(), 1);
        model.sound().ifPresent(sound -> {
            measure(sound);
            int played = (int) (getWidth() * model.player().position() / Math.max(0.001, seconds()));
            draw(g2, customer, half / 2, half / 2 - look.px(4), played, Shade.CUSTOMER);
            draw(g2, agent, half + half / 2, half / 2 - look.px(4), played, Shade.AGENT);
            marks.get().forEach(at -> flag(g2, at));
            g2.setColor(getForeground());
            g2.fillRect(Math.min(played, getWidth() - 2), 0, 2, getHeight());
        });
        g2.dispose();
    }

    private void flag(Graphics2D g, Duration at) {
        int x = (int) (getWidth() * at.toMillis() / 1000.0 / Math.max(0.001, seconds()));
        int side = look.px(9);
        g.setColor(Shade.HOLD.color());
        g.fillRect(Math.min(x, getWidth() - 1), 0, Math.max(1, look.px(1)), getHeight());
        int to = x + side > getWidth() ? x - side : x + side;
        g.fillPolygon(new int[] {x, to, x}, new int[] {0, side / 2, side}, 3);
    }

    private void measure(Sound sound) {
        int bars = getWidth() / BAR;
        if (sound == drawn && customer.peaks().length == Math.max(1, bars)) return;
        drawn = sound;
        customer = Envelope.of(sound.customer(), bars);
        agent = Envelope.of(sound.agent(), bars);
    }

    private void draw(Graphics2D g, Envelope envelope, int middle, int reach, int played, Shade shade) {
        for (int i = 0; i < envelope.peaks().length; i++) {
            // Speech is mostly quiet: the root lifts it to where it can be seen.
            int tall = Math.max(1, Math.round((float) Math.sqrt(envelope.peaks()[i]) * reach));
            g.setColor(i * BAR < played ? shade.color() : shade.muted());
            g.fillRoundRect(i * BAR, middle - tall, BAR - 1, tall * 2, 2, 2);
        }
    }
}

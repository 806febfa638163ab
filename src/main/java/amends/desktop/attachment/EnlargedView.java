package amends.desktop.attachment;

import amends.desktop.attachment.AttachmentsModel.Enlarged;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/**
 * A picture as large as there is room, over the window but for the phone at its left: no window of its own, nothing
 * waits for it. Esc, Enter, a click or going on elsewhere closes it, the arrows go to its neighbours.
 */
final class EnlargedView extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int PHONE = 240;
    private static final int STATUS = 28;
    private final transient Look look;
    private final transient AttachmentsModel model;
    private final JComponent opener;
    private transient Optional<JLayeredPane> over = Optional.empty();

    private final transient ComponentAdapter resized = new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent e) {
            place();
        }
    };

    /** @param opener where the focus was, and goes back to */
    EnlargedView(Look look, AttachmentsModel model, JComponent opener) {
        this.look = look;
        this.model = model;
        this.opener = opener;
        setFocusable(true);
        setName("attachment.enlarged");
        AttachmentStrip.on(this, "ESCAPE", model::close);
        AttachmentStrip.on(this, "ENTER", model::close);
        AttachmentStrip.on(this, "RIGHT", () -> model.step(1));
        AttachmentStrip.on(this, "LEFT", () -> model.step(-1));
        // Whoever goes on elsewhere, to the notes of a call that was answered, sees where they are.
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) model.close();
            }
        });
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                model.close();
            }
        });
        Follow.models(opener, this::refresh, model);
        opener.addHierarchyListener(e -> {
            // A call that rings, or another page: what it was opened from is no longer there.
            if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && !opener.isShowing()) model.close();
            if (!opener.isDisplayable()) leave();
        });
    }

    private void refresh() {
        if (model.enlarged().isPresent()) come();
        else if (over.isPresent()) {
            boolean mine = isFocusOwner();
            leave();
            if (mine) (opener.isShowing() ? opener : SwingUtilities.getRootPane(opener)).requestFocusInWindow();
        }
    }

    private void come() {
        getAccessibleContext()
                .setAccessibleName(model.enlarged().orElseThrow().attachment().spoken());
        if (over.isEmpty()) {
            JRootPane root = SwingUtilities.getRootPane(opener);
            if (root == null) return;
            JLayeredPane pane = root.getLayeredPane();
            over = Optional.of(pane);
            pane.add(this, JLayeredPane.PALETTE_LAYER);
            pane.addComponentListener(resized);
            place();
            requestFocusInWindow();
        }
        repaint();
    }

    private void place() {
        over.ifPresent(pane -> {
            Rectangle room = SwingUtilities.getRootPane(opener).getContentPane().getBounds();
            int left = Math.min(look.px(PHONE), room.width / 3);
            setBounds(room.x + left, room.y, room.width - left, room.height - look.px(STATUS));
        });
    }

    private void leave() {
        over.ifPresent(pane -> {
            pane.removeComponentListener(resized);
            pane.remove(this);
            pane.repaint();
        });
        over = Optional.empty();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(UIManager.getColor("Panel.background"));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(UIManager.getColor("Component.borderColor"));
        g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
        int foot = look.px(40);
        model.enlarged().ifPresent(enlarged -> {
            enlarged.picture().ifPresent(p -> draw(g, p.image(), look.px(16), getHeight() - foot));
            words(g, enlarged, foot);
        });
        g.dispose();
    }

    /** Zoomed to fit, never beyond its own size twice over: a small one would be mush. */
    private void draw(Graphics2D g, BufferedImage picture, int gap, int bottom) {
        double scale = Math.min(
                2, Math.min((getWidth() - 2.0 * gap) / picture.getWidth(), (bottom - 2.0 * gap) / picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        g.drawImage(picture, (getWidth() - width) / 2, (bottom - height) / 2, width, height, null);
    }

    private void words(Graphics2D g, Enlarged enlarged, int foot) {
        Font font = UIManager.getFont("Label.font");
        g.setFont(font);
        FontMetrics metrics = g.getFontMetrics();
        int base = getHeight() - foot + (foot - metrics.getHeight()) / 2 + metrics.getAscent();
        String keys = look.get("attachment.close");
        int right = getWidth() - look.px(16) - metrics.stringWidth(keys);
        g.setColor(Shade.QUIET.color());
        g.drawString(keys, right, base);
        g.setColor(UIManager.getColor("Label.foreground"));
        String said = enlarged.picture().isPresent() ? enlarged.attachment().spoken() : look.get("attachment.fetching");
        g.drawString(
                SwingUtilities.layoutCompoundLabel(
                        this,
                        metrics,
                        said,
                        null,
                        0,
                        2,
                        0,
                        2,
                        new Rectangle(0, 0, Math.max(1, right - look.px(32)), foot),
                        new Rectangle(),
                        new Rectangle(),
                        0),
                look.px(16),
                base);
    }
}

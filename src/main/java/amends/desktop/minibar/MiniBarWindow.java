package amends.desktop.minibar;

import amends.desktop.DesktopSettings;
import amends.desktop.Preferences.Place;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JFrame;
import javax.swing.JPanel;

/** The small bar's window: above all others, moved by its ground, where it was left. Coming up takes no focus. */
public final class MiniBarWindow {
    private final DesktopSettings settings;
    private final JFrame frame = new JFrame();

    public MiniBarWindow(DesktopSettings settings, String title) {
        this.settings = settings;
        frame.setTitle(title);
        frame.setUndecorated(true);
        frame.getRootPane().setWindowDecorationStyle(javax.swing.JRootPane.NONE);
        frame.setType(Window.Type.UTILITY);
        frame.setAlwaysOnTop(true);
        frame.setAutoRequestFocus(false);
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    }

    /** @param size in pixels, 420 × 56 at 100 % */
    public void show(JPanel content, Dimension size) {
        var drag = new Drag();
        content.addMouseListener(drag);
        content.addMouseMotionListener(drag);
        frame.setContentPane(content);
        frame.setSize(size);
        frame.setLocation(place(size));
        frame.validate();
    }

    private Point place(Dimension size) {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle room = screen.getBounds();
        var corner = new Point(room.x + room.width - size.width - 24, room.y + room.height - size.height - 64);
        return settings.now()
                .miniBar()
                .map(p -> new Rectangle(p.x(), p.y(), size.width, size.height))
                .filter(room::intersects)
                .map(Rectangle::getLocation)
                .orElse(corner);
    }

    public void setVisible(boolean visible) {
        frame.setVisible(visible);
    }

    public boolean isVisible() {
        return frame.isVisible();
    }

    public boolean is(Window window) {
        return window == frame;
    }

    public JFrame frame() {
        return frame;
    }

    public void close() {
        frame.dispose();
    }

    private final class Drag extends MouseAdapter {
        private Point grabbed = new Point();

        @Override
        public void mousePressed(MouseEvent e) {
            grabbed = e.getPoint();
        }

        @Override
        public void mouseDragged(MouseEvent e) {
            Point at = e.getLocationOnScreen();
            frame.setLocation(at.x - grabbed.x, at.y - grabbed.y);
        }

        @Override
        public void mouseReleased(MouseEvent e) {
            settings.change(
                    p -> p.withMiniBar(new Place(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight())));
        }
    }
}

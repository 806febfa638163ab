package amends.desktop.shell;

import java.awt.Component;
import java.awt.Container;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JComponent;

/** Finds things: a component by its name, a window's place on the screens there are. */
final class Places {
    private Places() {}

    /** Null when there is none. */
    static JComponent named(Container root, String name) {
        for (Component child : root.getComponents()) {
            if (child instanceof JComponent c && name.equals(c.getName())) return c;
            if (child instanceof Container inner) {
                JComponent found = named(inner, name);
                if (found != null) return found;
            }
        }
        return null;
    }

    /** The remembered place, when enough of it is still on a screen. */
    static Optional<Rectangle> onScreen(Rectangle remembered) {
        for (var device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            Rectangle seen = device.getDefaultConfiguration().getBounds().intersection(remembered);
            if (seen.width >= 200 && seen.height >= 100) return Optional.of(remembered);
        }
        return Optional.empty();
    }
}

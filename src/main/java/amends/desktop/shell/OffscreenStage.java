package amends.desktop.shell;

import amends.desktop.DesktopPorts;
import amends.desktop.EdtExecutor;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.telephony.CallId;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.ZoneId;
import javax.swing.JPanel;

/**
 * The middle of an agent's window without a window: the same views on the same models, painted into a picture whenever
 * the caller's profile changes. For measuring where there is no display. On the event dispatch thread only.
 */
public final class OffscreenStage {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 720;

    private final DesktopPorts ports;
    private final DeskModels models;
    private final EdtExecutor screen = new EdtExecutor();
    private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final JPanel panel;

    /** Nobody looks at it: what asks where on the screen it is, is told that it is not. */
    private static final class Unseen extends JPanel {
        private static final long serialVersionUID = 1;

        Unseen() {
            super(new BorderLayout());
        }

        @Override
        public boolean isShowing() {
            return false;
        }
    }

    private OffscreenStage(DesktopPorts ports) {
        this.ports = ports;
        models = DeskModels.of(ports);
        var look = new Look(new Texts(Language.ZH_CN, ZoneId.systemDefault()), 100);
        panel = new Unseen();
        panel.add(new CallStageView(look, models, this::painted).panel());
        panel.setSize(WIDTH, HEIGHT);
        // A view follows its models only while it is displayable.
        panel.addNotify();
        models.profile().listen(() -> screen.execute(this::paint));
        models.stage().listen(() -> screen.execute(this::paint));
        paint();
    }

    public static OffscreenStage open(DesktopPorts ports) {
        return new OffscreenStage(ports);
    }

    private void painted(CallId call) {
        models.work().post(() -> ports.around().painted().accept(call));
    }

    private void paint() {
        layout(panel);
        Graphics2D g = picture.createGraphics();
        panel.paint(g);
        g.dispose();
    }

    private static void layout(Container part) {
        part.doLayout();
        for (Component child : part.getComponents()) if (child instanceof Container inner) layout(inner);
    }

    public void close() {
        panel.removeNotify();
    }
}

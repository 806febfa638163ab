package amends.desktop.shell;

import amends.desktop.DesktopPorts.Telephone;
import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.OfficePorts;
import amends.desktop.PostingWork;
import amends.desktop.inspection.InspectionModel;
import amends.desktop.inspection.InspectionView;
import amends.desktop.inspection.Player;
import amends.desktop.look.Look;
import amends.desktop.report.ImprovementForm;
import amends.desktop.report.ImprovementsModel;
import amends.desktop.status.StatusBar;
import amends.desktop.status.StatusModel;
import amends.desktop.status.Staying;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/**
 * The window of somebody without a phone: {@link #open} is the way in. No rail, no small bar; the inspector's page and
 * the line that says what is wrong. Used on the event dispatch thread only.
 */
public final class OfficeWindow {
    private final OfficePorts ports;
    private final InspectionModel inspection;
    private final StatusModel status;
    private final ImprovementsModel improvements;
    private final HouseFrame house;
    private final Timer halfSeconds;
    private final Timer tenths;
    private final Keys keys;
    private InspectionView page;

    private OfficeWindow(OfficePorts ports, DesktopSettings settings) {
        this.ports = ports;
        var around = ports.around();
        var work = new PostingWork(around.background(), new EdtExecutor());
        var player = new Player(ports.devices(), work, around.time());
        inspection = new InspectionModel(ports.inspector(), work, player, around.time());
        improvements = new ImprovementsModel(ports.improvements(), work, ports.colleague());
        status = new StatusModel(ports.databaseAway(), ports.devices()::trouble, work, around.time());
        house = new HouseFrame(ports.member(), around, settings, work, new Inside());
        halfSeconds = new Timer(500, e -> tick());
        tenths = new Timer(100, e -> inspection.player().tick());
        house.prepare();
        keys = new Keys(w -> w == frame(), acts(), key -> page.typed(key));
    }

    /** Opens the window for who is signed in. */
    public static OfficeWindow open(OfficePorts ports, DesktopSettings settings) {
        var window = new OfficeWindow(ports, settings);
        window.show();
        return window;
    }

    private void show() {
        keys.open();
        halfSeconds.start();
        tenths.start();
        house.show();
        inspection.load();
        page.focusList();
    }

    private void tick() {
        inspection.tick();
        status.tick();
    }

    /** The page is drawn anew now and then: each key asks the one that stands. */
    private Map<KeyStroke, BooleanSupplier> acts() {
        var acts = new HashMap<KeyStroke, BooleanSupplier>();
        for (KeyStroke key : page.acts().keySet())
            acts.put(key, () -> page.acts().get(key).getAsBoolean());
        acts.put(KeyStroke.getKeyStroke("ctrl shift S"), () -> {
            improvements.write("INSPECTION", Optional.empty());
            return true;
        });
        acts.put(KeyStroke.getKeyStroke("ctrl shift Q"), () -> {
            house.signOut();
            return true;
        });
        suggesting(acts, "ESCAPE", improvements::leave);
        suggesting(acts, "ctrl ENTER", improvements::send);
        return acts;
    }

    /** A key that is the suggestion's while it is typed, and the page's otherwise. */
    private void suggesting(Map<KeyStroke, BooleanSupplier> acts, String key, Runnable act) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        BooleanSupplier otherwise = acts.getOrDefault(stroke, () -> false);
        acts.put(stroke, () -> {
            if (!DeskKeys.isSuggesting()) return otherwise.getAsBoolean();
            act.run();
            return true;
        });
    }

    private final class Inside implements HouseFrame.Inside {
        @Override
        public void improve() {
            improvements.write("INSPECTION", Optional.empty());
        }

        @Override
        public JPanel content(Look look) {
            page = new InspectionView(look, inspection, ports.around().time());
            JPanel sheet = look.panel("insets 0, fill", "[grow,fill]", "[grow,fill]");
            sheet.setOpaque(true);
            Look.styled(sheet, "sheet");
            sheet.add(page.panel(), "wmin 0, hmin 0");
            var bar = new StatusBar(look, status, ports.around().time(), Telephone.NONE, house.fontTrouble(look));
            JPanel content = look.panel("insets 0, gap 0, fill, wrap 1", "[grow,fill]", "[grow,fill][][]");
            content.add(sheet, "grow, wmin 0, hmin 0");
            content.add(new ImprovementForm(look, improvements).panel(), "growx, wmin 0, hidemode 3");
            content.add(bar.panel(), "growx, wmin 0");
            return content;
        }

        @Override
        public void drawn(Look look) {}

        @Override
        public Optional<Staying> stays() {
            return Optional.empty();
        }

        @Override
        public void refused(Staying why) {
            status.stays(why);
        }

        @Override
        public Optional<Runnable> miniBar() {
            return Optional.empty();
        }

        @Override
        public void leave() {
            inspection.leave();
            keys.close();
            halfSeconds.stop();
            tenths.stop();
        }
    }

    /** Keeps what is typed, remembers its place, and tells that it is closed. */
    public void close() {
        house.close();
    }

    HouseFrame house() {
        return house;
    }

    JFrame frame() {
        return house.frame();
    }

    InspectionModel inspection() {
        return inspection;
    }
}

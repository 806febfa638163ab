package amends.desktop.shell;

import amends.desktop.DesktopPorts;
import amends.desktop.DesktopSettings;
import amends.desktop.Preferences;
import amends.desktop.knowledge.KnowledgeView;
import amends.desktop.look.Fonts;
import amends.desktop.look.FrameDress;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.SystemTheme;
import amends.desktop.look.Texts;
import amends.desktop.look.Theme;
import amends.desktop.look.Theming;
import amends.desktop.minibar.MiniBar;
import amends.desktop.minibar.MiniBarWindow;
import amends.desktop.phone.RailView;
import amends.desktop.profile.CallerWords;
import amends.desktop.status.StatusBar;
import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.ZoneId;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.Timer;

/**
 * The agent's window: {@link #open} is the way in. Used on the event dispatch thread only. The models live as long as
 * the window; what is drawn is drawn anew from them for another language, theme or text size, and nothing typed is
 * lost by it.
 */
public final class AgentWindow implements TitleBar.Wishes {
    private static final Dimension FIRST_SIZE = new Dimension(1280, 800);
    private static final Dimension LEAST_SIZE = new Dimension(1024, 640);

    private final DesktopPorts ports;
    private final DesktopSettings settings;
    private final Fonts fonts = new Fonts();
    private final Theming theming = new Theming(fonts);
    private final DeskModels models;
    private final JFrame frame = new JFrame("Amends");
    private final MiniBarWindow miniBar;
    private final Timer halfSeconds;
    private final Timer tenths;
    private final Keys keys;
    private final Cancellable tidying;
    private boolean systemIsDark;
    private boolean miniBarWanted;
    private Stage before = new Stage.Idle();
    private RailView rail;
    private CentreView centre;
    private KnowledgeView knowledge;

    private AgentWindow(DesktopPorts ports, DesktopSettings settings) {
        this.ports = ports;
        this.settings = settings;
        models = DeskModels.of(ports);
        miniBar = new MiniBarWindow(settings, "Amends");
        halfSeconds = new Timer(500, e -> models.tick());
        tenths = new Timer(100, e -> models.recordings().tick());
        keys = new Keys(w -> w == frame || miniBar.is(w), new DeskKeys(this).acts(), this::typedDigit);
        tidying = models.stage().listen(this::staged);
    }

    /** Opens the window for who is signed in. It never takes the focus by itself afterwards. */
    public static AgentWindow open(DesktopPorts ports, DesktopSettings settings) {
        var window = new AgentWindow(ports, settings);
        window.show();
        return window;
    }

    /** The phone did not do what was asked: said in a line. On the screen's thread. */
    public void refused(Outcome outcome) {
        models.phone().refused(outcome);
    }

    private void show() {
        FrameDress.dress(frame);
        frame.setMinimumSize(LEAST_SIZE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                close();
            }

            @Override
            public void windowIconified(WindowEvent e) {
                miniBar.setVisible(true);
            }

            @Override
            public void windowDeiconified(WindowEvent e) {
                miniBar.setVisible(miniBarWanted);
            }

            @Override
            public void windowActivated(WindowEvent e) {
                askSystemTheme();
            }
        });
        place();
        draw();
        keys.open();
        halfSeconds.start();
        tenths.start();
        frame.setVisible(true);
        centre.panel().requestFocusInWindow();
        models.day().load();
        askSystemTheme();
        rehearse();
    }

    /** The first caller waits for nothing that can be had before: number formats, fonts, drawing. */
    private void rehearse() {
        String region = ports.around().homeRegion();
        models.work().begin(() -> PhoneNumber.parse("+8613800138000", region).ifPresent(n -> n.shownIn(region)));
        models.work().post(centre::rehearse);
    }

    private void place() {
        Optional<Rectangle> remembered = settings.now()
                .window()
                .map(p -> new Rectangle(p.x(), p.y(), p.width(), p.height()))
                .flatMap(Places::onScreen);
        remembered.ifPresentOrElse(frame::setBounds, () -> {
            frame.setSize(FIRST_SIZE);
            frame.setLocationRelativeTo(null);
        });
        if (settings.now().maximised()) frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
    }

    /** Draws everything from the models, in the language, theme and size that are wished now. */
    private void draw() {
        Preferences now = settings.now();
        theming.apply(isDark(now.theme()), now.textPercent());
        var focus = FocusMemory.of(frame);
        var language = fonts.showChinese() ? now.language() : Language.EN;
        var look = new Look(new Texts(language, ZoneId.systemDefault()), now.textPercent());
        var member = ports.member();
        frame.setJMenuBar(new TitleBar(look, now, fonts, member.name() + " · " + member.extension(), this).bar());
        CentreView.Place place = centre == null ? CentreView.Place.DESK : centre.place();
        frame.setContentPane(content(look));
        if (place != CentreView.Place.DESK) centre.go(place);
        var words = new CallerWords(look, models.profile(), models.agent());
        var bar = new MiniBar(look, models.phone(), words::name, this::expand);
        miniBar.show(bar.panel(), new Dimension(look.px(420), look.px(56)));
        frame.getRootPane().setDefaultButton(null);
        frame.validate();
        frame.repaint();
        staged();
        focus.restore(frame);
    }

    private JPanel content(Look look) {
        rail = new RailView(look, models.phone(), models.agent(), models.profile());
        centre = new CentreView(look, models, this::painted);
        knowledge = new KnowledgeView(look);
        Optional<String> noFont = fonts.showChinese() ? Optional.empty() : Optional.of(look.get("status.noChinese"));
        var status = new StatusBar(
                look, models.status(), models.time(), ports.member().extension(), noFont);
        int leastAnswers = Math.min(look.px(240), 320);
        JPanel content = look.panel(
                "insets 0, gap 0, fill, wrap 3",
                "[240u!,fill][480px:656u:9999px,grow,fill][" + leastAnswers + "px:380u:380u,shrinkprio 200,fill]",
                "[grow,fill][]");
        content.add(ScrollBox.around(look, rail.panel()), "grow, wmin 0, hmin 0");
        content.add(centre.panel(), "grow, wmin 0, hmin 0");
        content.add(ScrollBox.around(look, knowledge.panel()), "grow, wmin 0, hmin 0");
        content.add(status.panel(), "span, growx, wmin 0");
        return content;
    }

    private void painted(CallId call) {
        models.work().post(() -> ports.around().painted().accept(call));
    }

    /** Enter finishes the write-up and nothing else; what a finished call leaves behind is tidied. */
    private void staged() {
        Stage stage = models.stage().stage();
        boolean writingUp = stage instanceof Stage.WritingUp;
        frame.getRootPane().setDefaultButton(writingUp ? centre.wrapUp().finishButton() : null);
        if (!stage.about().equals(before.about()) && before instanceof Stage.WritingUp done) {
            models.profile().leave(done.call());
            models.timeline().refresh();
        }
        before = stage;
    }

    private boolean typedDigit(char key) {
        if (rail.keypad().typed(key)) return true;
        return models.stage().stage() instanceof Stage.WritingUp
                && centre.wrapUp().typed(key);
    }

    private boolean isDark(Theme theme) {
        return theme == Theme.DARK || theme == Theme.SYSTEM && systemIsDark;
    }

    private void askSystemTheme() {
        if (settings.now().theme() != Theme.SYSTEM) return;
        models.work().ask(new SystemTheme()::isDark, this::systemIs, failure -> {});
    }

    private void systemIs(boolean dark) {
        if (dark == systemIsDark) return;
        systemIsDark = dark;
        if (settings.now().theme() == Theme.SYSTEM) draw();
    }

    private void expand() {
        frame.setExtendedState(frame.getExtendedState() & ~JFrame.ICONIFIED);
        frame.toFront();
    }

    @Override
    public void speak(Language language) {
        settings.change(p -> p.withLanguage(language));
        draw();
    }

    @Override
    public void theme(Theme theme) {
        settings.change(p -> p.withTheme(theme));
        draw();
        askSystemTheme();
    }

    @Override
    public void textPercent(int percent) {
        settings.change(p -> p.withTextPercent(percent));
        draw();
    }

    @Override
    public void miniBar() {
        miniBarWanted = !miniBar.isVisible();
        miniBar.setVisible(miniBarWanted);
    }

    /** Keeps what is typed and chosen, remembers its place, and tells that it is closed. */
    @Override
    public void close() {
        models.wrapUp().leave();
        models.notes().save();
        boolean full = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == JFrame.MAXIMIZED_BOTH;
        Rectangle b = frame.getBounds();
        settings.change(p -> p.withWindow(
                full
                        ? p.window().orElse(new Preferences.Place(b.x, b.y, FIRST_SIZE.width, FIRST_SIZE.height))
                        : new Preferences.Place(b.x, b.y, b.width, b.height),
                full));
        tidying.cancel();
        keys.close();
        halfSeconds.stop();
        tenths.stop();
        models.recordings().pause();
        miniBar.close();
        frame.dispose();
        ports.around().closed().run();
    }

    JFrame frame() {
        return frame;
    }

    DeskModels models() {
        return models;
    }

    CentreView centre() {
        return centre;
    }

    RailView rail() {
        return rail;
    }

    KnowledgeView knowledge() {
        return knowledge;
    }

    MiniBarWindow miniBarWindow() {
        return miniBar;
    }
}

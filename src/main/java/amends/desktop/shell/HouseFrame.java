package amends.desktop.shell;

import amends.desktop.DesktopPorts.Surroundings;
import amends.desktop.DesktopSettings;
import amends.desktop.PostingWork;
import amends.desktop.Preferences;
import amends.desktop.look.Fonts;
import amends.desktop.look.FrameDress;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.SystemTheme;
import amends.desktop.look.Texts;
import amends.desktop.look.Theme;
import amends.desktop.look.Theming;
import amends.desktop.status.Staying;
import amends.staff.StaffMember;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;

/**
 * What every window of the house has: frame, title bar, its place on the screen, and being drawn anew for another
 * language, theme or text size. Used on the event dispatch thread only.
 */
final class HouseFrame implements TitleBar.Wishes {
    private static final Dimension FIRST_SIZE = new Dimension(1280, 800);
    private static final Dimension LEAST_SIZE = new Dimension(1024, 640);

    /** What stands in the frame. */
    interface Inside {
        /** Draws all of it anew from its models. */
        JPanel content(Look look);

        /** The new content stands in the frame. */
        void drawn(Look look);

        /** Why who sits here cannot go now; empty when they can. */
        Optional<Staying> stays();

        /** Says in a line why not. */
        void refused(Staying why);

        /** Shows the small bar or hides it again; empty where the window has none. */
        Optional<Runnable> miniBar();

        /** Goes to the page of sound; empty where the window has none. */
        default Optional<Runnable> sound() {
            return Optional.empty();
        }

        /** Opens the form of a suggestion, wherever the window is. */
        void improve();

        /** Keeps what is typed and lets go: the window is being closed. */
        void leave();
    }

    private final StaffMember member;
    private final Surroundings around;
    private final DesktopSettings settings;
    private final PostingWork work;
    private final Inside inside;
    private final Fonts fonts = new Fonts();
    private final Theming theming = new Theming(fonts);
    private final JFrame frame = new JFrame("Amends");
    private boolean systemIsDark;

    HouseFrame(StaffMember member, Surroundings around, DesktopSettings settings, PostingWork work, Inside inside) {
        this.member = member;
        this.around = around;
        this.settings = settings;
        this.work = work;
        this.inside = inside;
    }

    JFrame frame() {
        return frame;
    }

    /** Draws it where it stood before, still unseen. */
    void prepare() {
        FrameDress.dress(frame);
        frame.setMinimumSize(LEAST_SIZE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                close();
            }

            @Override
            public void windowActivated(WindowEvent e) {
                askSystemTheme();
            }
        });
        place();
        draw();
    }

    void show() {
        frame.setVisible(true);
        askSystemTheme();
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
        frame.setJMenuBar(new TitleBar(look, now, fonts, member, this).bar());
        frame.setContentPane(inside.content(look));
        frame.getRootPane().setDefaultButton(null);
        inside.drawn(look);
        frame.validate();
        frame.repaint();
        focus.restore(frame);
    }

    /** What is wrong with the fonts here, for people; empty when nothing is. */
    Optional<String> fontTrouble(Look look) {
        return fonts.showChinese() ? Optional.empty() : Optional.of(look.get("status.noChinese"));
    }

    private boolean isDark(Theme theme) {
        return theme == Theme.DARK || theme == Theme.SYSTEM && systemIsDark;
    }

    private void askSystemTheme() {
        if (settings.now().theme() != Theme.SYSTEM) return;
        work.ask(new SystemTheme()::isDark, this::systemIs, failure -> {});
    }

    private void systemIs(boolean dark) {
        if (dark == systemIsDark) return;
        systemIsDark = dark;
        if (settings.now().theme() == Theme.SYSTEM) draw();
    }

    void expand() {
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
    public Optional<Runnable> miniBar() {
        return inside.miniBar();
    }

    @Override
    public Optional<Runnable> sound() {
        return inside.sound();
    }

    @Override
    public void improve() {
        inside.improve();
    }

    @Override
    public List<StaffMember> seats() {
        return around.seats().seats();
    }

    @Override
    public boolean mayChangeSeat() {
        return inside.stays().isEmpty();
    }

    @Override
    public boolean canSignOut() {
        return around.seats().canSignOut();
    }

    @Override
    public void signOut() {
        if (!canSignOut()) return;
        Optional<Staying> stays = inside.stays();
        stays.ifPresent(inside::refused);
        if (stays.isPresent()) return;
        around.seats().signOut();
        close();
    }

    @Override
    public void changeSeat(StaffMember to) {
        if (mayChangeSeat() && !to.id().equals(member.id())) around.seats().change(to);
    }

    /** Keeps what is typed and chosen, remembers its place, and tells that it is closed. */
    @Override
    public void close() {
        boolean full = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == JFrame.MAXIMIZED_BOTH;
        Rectangle b = frame.getBounds();
        settings.change(p -> p.withWindow(
                full
                        ? p.window().orElse(new Preferences.Place(b.x, b.y, FIRST_SIZE.width, FIRST_SIZE.height))
                        : new Preferences.Place(b.x, b.y, b.width, b.height),
                full));
        inside.leave();
        frame.dispose();
        // The toolkit may remember the frame for a while: nothing of who sat here is to be found in it.
        frame.setJMenuBar(null);
        frame.setContentPane(new JPanel());
        around.closed().run();
    }
}

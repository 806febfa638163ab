package amends.desktop.shell;

import amends.desktop.Preferences;
import amends.desktop.look.Fonts;
import amends.desktop.look.Glyph;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Theme;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** The title bar: who sits here, the language, the theme. */
final class TitleBar {
    /** What the title bar can ask for. */
    interface Wishes {
        void speak(Language language);

        void theme(Theme theme);

        void textPercent(int percent);

        /** Empty where the window has no small bar. */
        Optional<Runnable> miniBar();

        /** Opens the page of sound; empty where the window has no phone. */
        Optional<Runnable> sound();

        /** Other seats that can be taken from here; usually none. */
        List<StaffMember> seats();

        /** Not during a call. */
        boolean mayChangeSeat();

        void changeSeat(StaffMember to);

        /** Opens the form of a suggestion. */
        void improve();

        boolean canSignOut();

        /** Leaves the desk to somebody else; in a call it is said why not. */
        void signOut();

        void close();
    }

    private static final int[] SIZES = {100, 125, 150, 175, 200};
    private final Look look;
    private final Preferences now;
    private final Wishes wishes;
    private final JMenuBar bar = new JMenuBar();

    TitleBar(Look look, Preferences now, Fonts fonts, StaffMember member, Wishes wishes) {
        this.look = look;
        this.now = now;
        this.wishes = wishes;
        bar.add(Box.createHorizontalGlue());
        bar.add(memberMenu(member));
        bar.add(languageMenu(fonts));
        bar.add(themeButton());
    }

    JMenuBar bar() {
        return bar;
    }

    private JMenu memberMenu(StaffMember member) {
        JMenu menu = menu("title.member", member.name() + " · " + member.extension(), look.get("title.member"));
        JMenu sizes = new JMenu(look.get("title.textSize"));
        var group = new ButtonGroup();
        for (int size : SIZES)
            add(sizes, group, size + " %", size == now.textPercent(), () -> wishes.textPercent(size));
        JMenu themes = new JMenu(look.get("title.theme"));
        var themeGroup = new ButtonGroup();
        for (Theme theme : Theme.values())
            add(themes, themeGroup, look.texts().word(theme), theme == now.theme(), () -> wishes.theme(theme));
        menu.add(sizes);
        menu.add(themes);
        wishes.miniBar().ifPresent(bar -> menu.add(item(look.get("title.miniBar") + "   F11", bar)));
        wishes.sound().ifPresent(page -> menu.add(item(look.get("sound.title") + "   Ctrl+F6", page)));
        if (!wishes.seats().isEmpty()) menu.add(seatMenu(member));
        menu.add(item(look.get("title.improve") + "   Ctrl+Shift+S", wishes::improve));
        menu.addSeparator();
        if (wishes.canSignOut()) {
            JMenuItem leave = item(look.get("title.signOut") + "   Ctrl+Shift+Q", wishes::signOut);
            menu.add(Look.named(leave, "title.signOut", leave.getText()));
        }
        menu.add(item(look.get("title.close"), wishes::close));
        return menu;
    }

    /** Whether a seat may be changed is asked each time the menu opens: during a call it says why not. */
    private JMenu seatMenu(StaffMember member) {
        JMenu menu = Look.named(new JMenu(look.get("title.seat")), "title.seat", look.get("title.seat"));
        menu.getPopupMenu().addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                menu.removeAll();
                boolean may = wishes.mayChangeSeat();
                if (!may) menu.add(item(look.get("title.seat.later"), () -> {})).setEnabled(false);
                var group = new ButtonGroup();
                for (StaffMember seat : wishes.seats())
                    add(menu, group, named(seat), seat.id().equals(member.id()), () -> wishes.changeSeat(seat))
                            .setEnabled(may);
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {}

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {}
        });
        menu.add(item(look.get("title.seat.later"), () -> {}));
        return menu;
    }

    private String named(StaffMember seat) {
        String roles = seat.roles().stream().sorted().map(look.texts()::word).collect(Collectors.joining(" · "));
        return seat.name() + "   " + roles;
    }

    private JMenu languageMenu(Fonts fonts) {
        JMenu menu = menu("title.language", look.texts().language().sign(), look.get("title.language"));
        var group = new ButtonGroup();
        for (Language language : Language.values()) {
            boolean shown = language == look.texts().language();
            var item = add(menu, group, language.ownName(), shown, () -> wishes.speak(language));
            item.setEnabled(language == Language.EN || fonts.showChinese());
        }
        return menu;
    }

    private JButton themeButton() {
        boolean dark = UIManager.getBoolean("laf.dark");
        var button = new JButton((dark ? Glyph.SUN : Glyph.MOON).icon(look.px(16)));
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        String spoken = look.get(dark ? "title.light" : "title.dark");
        Look.named(button, "title.themeSwitch", spoken);
        button.setToolTipText(spoken);
        button.addActionListener(e -> wishes.theme(dark ? Theme.LIGHT : Theme.DARK));
        return button;
    }

    private JMenu menu(String name, String text, String spoken) {
        var menu = new JMenu(text);
        menu.setIcon(Glyph.MORE.icon(look.px(12)));
        menu.setHorizontalTextPosition(SwingConstants.LEADING);
        return Look.named(menu, name, spoken);
    }

    private static JMenuItem item(String text, Runnable act) {
        var item = new JMenuItem(text);
        item.addActionListener(e -> act.run());
        return item;
    }

    private static JRadioButtonMenuItem add(JMenu menu, ButtonGroup group, String text, boolean on, Runnable act) {
        var item = new JRadioButtonMenuItem(text, on);
        item.addActionListener(e -> act.run());
        group.add(item);
        menu.add(item);
        return item;
    }
}

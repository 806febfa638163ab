package amends.desktop.signin;

import amends.desktop.DesktopSettings;
import amends.desktop.look.Fonts;
import amends.desktop.look.FrameDress;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.desktop.look.Theme;
import amends.desktop.look.Theming;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Duration;
import java.time.ZoneId;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.Timer;

/** Asks who sits here. On the event dispatch thread only. */
public final class SignInWindow {
    private final JFrame frame;
    private final JTextField login;
    private final JPasswordField password;
    private final SignInModel model;
    private final Look look;
    private final Timer seconds;
    private KeyButton enter;
    private JTextArea said;

    private SignInWindow(SignInModel model, DesktopSettings settings, String suggested, Runnable givenUp) {
        this.model = model;
        var fonts = new Fonts();
        new Theming(fonts)
                .apply(settings.now().theme() == Theme.DARK, settings.now().textPercent());
        var language = fonts.showChinese() ? settings.now().language() : Language.EN;
        look = new Look(
                new Texts(language, ZoneId.systemDefault()), settings.now().textPercent());
        frame = new JFrame("Amends · " + look.get("signin.title"));
        // Made after the theme is in force: a component keeps the look it was made with.
        login = new JTextField(suggested);
        password = new JPasswordField();
        FrameDress.dress(frame);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                close();
                givenUp.run();
            }

            @Override
            public void windowOpened(WindowEvent e) {
                (suggested.isBlank() ? login : password).requestFocusInWindow();
            }
        });
        frame.setContentPane(content());
        frame.getRootPane().setDefaultButton(enter);
        seconds = new Timer(1000, e -> model.tick());
        model.listen(this::show);
        show();
    }

    /**
     * Opens the window.
     *
     * @param suggested the login to begin with; may be empty
     * @param givenUp told when the window was closed by the person
     */
    public static SignInWindow open(SignInModel model, DesktopSettings settings, String suggested, Runnable givenUp) {
        var window = new SignInWindow(model, settings, suggested, givenUp);
        window.frame.pack();
        window.frame.setResizable(false);
        window.frame.setLocationRelativeTo(null);
        window.frame.setVisible(true);
        return window;
    }

    private JPanel content() {
        JPanel content =
                look.panel("insets 32u, fill, wrap 1, gap 0", "[320u!,fill]", "[]16u[]4u[]12u[]4u[]12u[40u!]16u[]");
        content.setOpaque(true);
        Look.styled(content, "sheet");
        content.add(look.line("Amends", "name"));
        content.add(label("signin.login", login));
        content.add(login, look.at("h 36u!"));
        content.add(label("signin.password", password));
        content.add(password, look.at("h 36u!"));
        said = Look.shaded(look.paragraph("", ""), Shade.DANGER);
        said.setName("signin.said");
        content.add(said, "grow, wmin 0");
        enter = look.button("signin.enter", look.get("signin.enter"), "Enter", this::enter);
        Look.styled(enter, "main");
        content.add(enter, look.at("h 40u!"));
        return content;
    }

    private TextLine label(String key, JComponent field) {
        TextLine label = look.line(look.get(key), "quiet");
        label.setLabelFor(field);
        Look.named(field, key, look.get(key));
        return label;
    }

    private void enter() {
        model.enter(login.getText(), password.getPassword());
    }

    private void show() {
        SignInModel.State state = model.state();
        boolean tooSoon = state instanceof SignInModel.State.TooSoon;
        // Another login may be tried meanwhile.
        enter.setEnabled(
                !(state instanceof SignInModel.State.Checking) && !(state instanceof SignInModel.State.Leaving));
        if (tooSoon && !seconds.isRunning()) seconds.restart();
        if (!tooSoon) seconds.stop();
        boolean wrong = !(state instanceof SignInModel.State.Leaving || state instanceof SignInModel.State.Checking);
        Look.shaded(said, wrong ? Shade.DANGER : Shade.QUIET);
        said.setText(
                switch (state) {
                    case SignInModel.State.Leaving l -> look.get("signin.leaving");
                    case SignInModel.State.Asking a -> "";
                    case SignInModel.State.Checking c -> look.get("signin.checking");
                    case SignInModel.State.Refused r -> look.get("signin.refused");
                    case SignInModel.State.TooSoon(var left) -> look.get("signin.tooSoon", seconds(left));
                    case SignInModel.State.Unavailable u -> look.get("signin.unavailable");
                    case SignInModel.State.NoPlace(var missing) ->
                        switch (missing) {
                            case EXTENSION -> look.get("signin.noExtension");
                            case PASSWORD -> look.get("signin.noTelephonePassword");
                        };
                });
        if (state instanceof SignInModel.State.Refused) {
            password.selectAll();
            password.requestFocusInWindow();
        }
    }

    /** The last second is one until it is over. */
    private static long seconds(Duration left) {
        return left.plusMillis(999).toSeconds();
    }

    JFrame frame() {
        return frame;
    }

    public void close() {
        seconds.stop();
        password.setText("");
        frame.dispose();
    }
}

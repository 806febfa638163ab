package amends.desktop.complaint;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.recovery.DueWords;
import amends.recovery.Complaint;
import amends.recovery.Dispatch;
import amends.recovery.HandlingUnit;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.swing.JPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One dispatch: to whom, how it stands, and its sheet for the clipboard or the mail program. */
final class DispatchView {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchView.class);
    /** Mail programs take addresses of about 2,000 characters. */
    private static final int MOST_URI = 1900;

    private final Look look;
    private final ComplaintsModel model;
    private final ComplaintWords words;

    DispatchView(Look look, ComplaintsModel model, ComplaintWords words) {
        this.look = look;
        this.model = model;
        this.words = words;
    }

    JPanel of(Complaint complaint, Dispatch dispatch) {
        JPanel panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "");
        panel.add(title(dispatch), "wmin 0");
        if (!dispatch.answer().isBlank()) panel.add(look.paragraph(dispatch.answer(), ""), "wmin 0, hmin pref");
        if (!dispatch.state().isOpen()) return panel;
        JPanel row = look.panel("insets 0, gap 12u 0", "", "");
        row.add(look.button("dispatch.copy", look.get("dispatch.copy"), "Alt+P", () -> copy(complaint, dispatch)));
        Optional<String> mail =
                model.scheme().unit(dispatch.unit()).map(HandlingUnit::mail).filter(m -> !m.isEmpty());
        mail.ifPresent(to -> row.add(look.button(
                "dispatch.mail", look.get("dispatch.mail", to), "Alt+J", () -> mail(to, complaint, dispatch))));
        panel.add(row, "wmin 0");
        return panel;
    }

    private JPanel title(Dispatch dispatch) {
        boolean late = dispatch.isOverdue(model.now());
        String due = dispatch.state() != Dispatch.Stage.SENT
                ? ""
                : " · "
                        + (late
                                ? DueWords.late(look, dispatch.due(), model.now())
                                : DueWords.of(look, dispatch.due(), model.now()));
        var line = look.line(
                look.get(
                                "dispatch.title",
                                words.unit(dispatch.unit()),
                                look.texts().word(dispatch.state()))
                        + due,
                "strong");
        line.setIconTextGap(look.px(8));
        line.setIcon(new StateMark(
                late ? StateMark.Shape.WARNING : StateMark.Shape.SQUARE,
                late ? Shade.DANGER : Shade.TALK,
                look.px(10)));
        JPanel row = look.panel("insets 0, fillx", "[grow,fill]", "");
        row.add(line, "wmin 0");
        return row;
    }

    /** For the keys, where there is a sheet. @return whether there was one */
    boolean copy() {
        model.dispatch().ifPresent(d -> copy(model.detail().orElseThrow().complaint(), d));
        return model.dispatch().isPresent();
    }

    boolean mail() {
        model.dispatch()
                .ifPresent(d -> model.scheme()
                        .unit(d.unit())
                        .map(HandlingUnit::mail)
                        .filter(m -> !m.isEmpty())
                        .ifPresent(to -> mail(to, model.detail().orElseThrow().complaint(), d)));
        return model.dispatch().isPresent();
    }

    private void copy(Complaint complaint, Dispatch dispatch) {
        if (GraphicsEnvironment.isHeadless()) return;
        var sheet = new StringSelection(words.sheet(complaint, dispatch));
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(sheet, sheet);
    }

    /** Where the sheet is too long for an address, it is on the clipboard and the mail says so. */
    private void mail(String to, Complaint complaint, Dispatch dispatch) {
        copy(complaint, dispatch);
        URI whole = uri(to, words.sheetSubject(complaint), words.sheet(complaint, dispatch));
        URI uri = whole.toString().length() <= MOST_URI
                ? whole
                : uri(to, words.sheetSubject(complaint), look.get("dispatch.paste"));
        model.begin(() -> open(uri));
    }

    private static URI uri(String to, String subject, String body) {
        return URI.create("mailto:" + to + "?subject=" + encoded(subject) + "&body=" + encoded(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private static void open(URI mail) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.MAIL))
                Desktop.getDesktop().mail(mail);
            else LOG.info("there is no mail program here; the sheet is on the clipboard");
        } catch (IOException e) {
            LOG.warn("the mail program could not be opened: {}", e.toString());
        }
    }
}

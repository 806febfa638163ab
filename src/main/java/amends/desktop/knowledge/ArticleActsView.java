package amends.desktop.knowledge;

import amends.desktop.attachment.AttachmentsModel.Printed;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Wrapped;
import amends.knowledge.Article;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.print.PrinterException;
import java.util.List;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextPane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Below the answers: what is pinned, and what can be done with the article that is read. */
public final class ArticleActsView {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleActsView.class);
    /** Points between the margins of A4. */
    private static final int PAPER = 440;

    private final Look look;
    private final ArticleActsModel model;
    private final AtHandModel atHand;
    private final KnowledgeModel answers;
    private final JPanel panel;
    private final JPanel buttons;
    private final KeyButton pin;
    private final KeyButton send;
    private final KeyButton favourite;
    private final TextLine line;
    private final JTextArea text;
    private final Wrapped wrapped;

    public ArticleActsView(Look look, ArticleActsModel model, AtHandModel atHand, KnowledgeModel answers) {
        this.look = look;
        this.model = model;
        this.atHand = atHand;
        this.answers = answers;
        panel = look.panel("insets 0 16u 8u 16u, fillx, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        pin = Look.shaded(look.button("knowledge.pinned", "", "Ctrl+G", this::pin), Shade.HOLD);
        line = look.line("", "strong");
        text = Look.named(look.paragraph("", "quiet"), "article.smsText", look.get("knowledge.sms"));
        send = button("article.send", "Ctrl+M", model::send);
        favourite = button("article.favour", "Ctrl+Shift+F", this::favour);
        buttons =
                look.panel("insets 0, fillx, gap 8u 8u, hidemode 3, wrap 2", "[grow,fill]8u[grow,fill]", "[32u!,fill]");
        buttons.add(send, "wmin 0");
        buttons.add(favourite, "wmin 0");
        buttons.add(button("article.copy", "Ctrl+Shift+C", this::copy), "wmin 0");
        buttons.add(button("article.print", "Ctrl+Shift+P", this::print), "wmin 0");
        panel.add(pin, look.at("wmin 0, h 32u!"));
        panel.add(line, "wmin 0");
        panel.add(text, "wmin 0, growx, h pref!");
        panel.add(buttons, "wmin 0");
        wrapped = Wrapped.in(panel, look.px(32), text);
        Follow.models(panel, this::refresh, model, atHand, answers);
    }

    /** Large words leave no room for the key beside them: it is told where one points. */
    private KeyButton button(String key, String keys, Runnable act) {
        boolean large = look.textPercent() > 110;
        KeyButton button = look.button(key, look.get(key), large ? "" : keys, act);
        if (large) button.setToolTipText(keys);
        return button;
    }

    public JPanel panel() {
        return panel;
    }

    private Optional<Article> article() {
        return answers.opened().map(OpenArticle::article);
    }

    public void pin() {
        atHand.nextPin().ifPresent(answers::show);
    }

    public void favour() {
        article().ifPresent(atHand::toggleFavourite);
    }

    /** What may be given to the customer, or else all of it: to be pasted into another program. */
    public void copy() {
        answers.opened().ifPresent(open -> {
            var copied = new StringSelection(plain(open));
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(copied, copied);
            model.say(ArticleActsModel.Said.COPIED);
        });
    }

    private static String plain(OpenArticle open) {
        var plain = new StringBuilder(open.title()).append('\n');
        for (MarkdownBlock block : open.body()) {
            plain.append('\n');
            if (!block.lead().isEmpty()) plain.append(block.lead()).append(' ');
            block.runs().forEach(run -> plain.append(run.text()));
        }
        return plain.toString();
    }

    /** By the system's own dialog, which is not ours and belongs to the printer; the call goes on beneath it. */
    public void print() {
        answers.opened()
                .ifPresent(open -> answers.reader()
                        .ifPresentOrElse(
                                reader -> reader.files().printed(pictures -> print(open, pictures)),
                                () -> print(open, List.of())));
    }

    private void print(OpenArticle open, List<Printed> pictures) {
        var page = new JTextPane();
        page.setText(plain(open));
        pictures.forEach(picture -> add(page, picture));
        try {
            page.print(null, null, false, null, null, false);
        } catch (PrinterException e) {
            LOG.warn("nothing was printed: {}", e.toString());
            model.say(ArticleActsModel.Said.FAILED);
        }
    }

    /** Below the text, as wide as the paper at most. */
    private static void add(JTextPane page, Printed printed) {
        page.setCaretPosition(page.getDocument().getLength());
        page.replaceSelection("\n\n" + printed.attachment().spoken() + "\n");
        double scale = Math.min(1, PAPER / (double) printed.picture().image().getWidth());
        int width = (int) (printed.picture().image().getWidth() * scale);
        int height = (int) (printed.picture().image().getHeight() * scale);
        page.insertIcon(new ImageIcon(printed.picture().image().getScaledInstance(width, height, Image.SCALE_SMOOTH)));
    }

    private void refresh() {
        boolean open = answers.opened().isPresent();
        int pins = atHand.pins().size();
        pin.setVisible(pins > 0);
        if (pins > 0)
            pin.setText(look.get("atHand.pin", atHand.pins().getFirst().title()));
        buttons.setVisible(open);
        send.setEnabled(model.canSend());
        send.setText(look.get(model.asked().isPresent() ? "article.confirm" : "article.send"));
        boolean wanted = article().filter(a -> atHand.isFavourite(a.id())).isPresent();
        favourite.setText(look.get(wanted ? "article.unfavour" : "article.favour"));
        line.setVisible(model.asked().isPresent() || model.said().isPresent());
        line.setText(model.asked()
                .map(a -> look.get("article.sendTo", a.contact().number()))
                .or(() -> model.said().map(this::said))
                .orElse(""));
        text.setVisible(model.asked().isPresent());
        text.setText(model.asked().map(ArticleActsModel.Asked::text).orElse(""));
        panel.setVisible(open || pins > 0);
        wrapped.fit();
    }

    private String said(ArticleActsModel.Said said) {
        return switch (said) {
            case COPIED -> look.get("article.copied");
            case SENT -> look.get("article.sent");
            case NO_MESSAGES -> look.get("article.noMessages");
            case NO_NUMBER -> look.get("article.noNumber");
            case NOT_PERMITTED -> look.get("article.notPermitted");
            case FAILED -> look.get("article.failed");
        };
    }
}

package amends.desktop.knowledge;

import amends.desktop.attachment.AttachmentsModel.Printed;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Wrapped;
import amends.knowledge.Article;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.print.PrinterJob;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Below the answers: what is pinned, and what can be done with the article that is read. */
public final class ArticleActsView {
    /** Points. */
    private static final float PRINT = 11;

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

    /** At the system's own printer, without a question: pictures, pages and printer are never waited for. */
    public void print() {
        answers.opened()
                .ifPresent(open -> answers.reader()
                        .ifPresentOrElse(
                                reader -> reader.files().printed(pictures -> print(open, pictures)),
                                () -> print(open, List.of())));
    }

    private void print(OpenArticle open, List<Printed> pictures) {
        Font font = UIManager.getFont("Label.font").deriveFont(PRINT);
        var paper = new PrintedArticle(font, plain(open), pictures);
        model.print(() -> {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setJobName(open.title());
            job.setPrintable(paper);
            job.print();
            return true;
        });
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

package amends.desktop.knowledge;

import amends.desktop.knowledge.MarkdownBlock.Kind;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.knowledge.Audience;
import java.awt.Color;
import java.awt.KeyboardFocusManager;
import java.util.Optional;
import javax.swing.JScrollPane;
import javax.swing.JTextPane;
import javax.swing.UIManager;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.MutableAttributeSet;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;

/** An article to be read: the answer first, nothing that is not text. */
final class ArticleView {
    private final Look look;
    private final JTextPane text = new JTextPane();
    private final JScrollPane scroll;
    private Optional<OpenArticle> shown = Optional.empty();

    ArticleView(Look look) {
        this.look = look;
        Look.named(text, "knowledge.article", look.get("knowledge.article"));
        text.setEditorKit(new HangingKit());
        text.setEditable(false);
        text.setOpaque(false);
        text.setBorder(null);
        text.getCaret().setVisible(false);
        // Tab leaves the article as it leaves every field.
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        scroll = look.scroll(text);
        scroll.getVerticalScrollBar().setOpaque(false);
    }

    JScrollPane panel() {
        return scroll;
    }

    JTextPane text() {
        return text;
    }

    void show(OpenArticle article) {
        if (shown.filter(article::equals).isPresent()) return;
        shown = Optional.of(article);
        text.setText("");
        text.getAccessibleContext().setAccessibleName(article.title());
        head(article);
        article.body().forEach(this::block);
        article.sms().ifPresent(this::sms);
        text.setCaretPosition(0);
        text.getCaret().setVisible(false);
    }

    private void head(OpenArticle article) {
        var ink = new SimpleAttributeSet(ink(true, foreground()));
        StyleConstants.setFontSize(ink, Math.round(text.getFont().getSize() * 1.23f));
        append(article.title() + "\n", ink);
        paragraph(0, 0, 0);
        if (article.article().text().audience() != Audience.AGENT) return;
        int from = document().getLength();
        append(look.get("knowledge.internal") + "\n", ink(false, Shade.HOLD.color()));
        paragraph(from, 2, 0);
    }

    private void block(MarkdownBlock block) {
        boolean heading = block.kind() == Kind.HEADING;
        boolean item = block.kind() == Kind.ITEM;
        int from = document().getLength();
        if (item) append(block.lead() + "\t", ink(false, Shade.QUIET.color()));
        Color color = heading || block.kind() == Kind.QUOTE ? Shade.QUIET.color() : foreground();
        block.runs().forEach(run -> append(run.text(), ink(heading || run.bold(), color)));
        append("\n", ink(false, color));
        paragraph(from, heading ? 12 : item ? 2 : 4, item ? 20 : 0);
    }

    private void sms(String message) {
        int from = document().getLength();
        append(look.get("knowledge.sms") + "\n", ink(true, Shade.QUIET.color()));
        paragraph(from, 12, 0);
        from = document().getLength();
        append(message, ink(false, foreground()));
        paragraph(from, 4, 0);
    }

    private static Color foreground() {
        return UIManager.getColor("TextPane.foreground");
    }

    private StyledDocument document() {
        return text.getStyledDocument();
    }

    private void append(String words, AttributeSet ink) {
        Document document = document();
        try {
            document.insertString(document.getLength(), words, ink);
        } catch (BadLocationException e) {
            throw new IllegalStateException("the end of a text is no place in it", e);
        }
    }

    private static AttributeSet ink(boolean bold, Color color) {
        var ink = new SimpleAttributeSet();
        StyleConstants.setBold(ink, bold);
        StyleConstants.setForeground(ink, color);
        return ink;
    }

    /** An item hangs: its lines begin below one another, its bullet before them. */
    private void paragraph(int from, int above, int hanging) {
        MutableAttributeSet shape = new SimpleAttributeSet();
        StyleConstants.setSpaceAbove(shape, look.px(above));
        StyleConstants.setLineSpacing(shape, 0.15f);
        if (hanging > 0) {
            StyleConstants.setLeftIndent(shape, look.px(hanging));
            StyleConstants.setFirstLineIndent(shape, -look.px(hanging));
            StyleConstants.setTabSet(
                    shape,
                    new javax.swing.text.TabSet(new javax.swing.text.TabStop[] {new javax.swing.text.TabStop(0)}));
        }
        document().setParagraphAttributes(from, Math.max(1, document().getLength() - from), shape, false);
    }
}

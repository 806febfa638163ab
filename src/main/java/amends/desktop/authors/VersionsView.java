package amends.desktop.authors;

import amends.desktop.authors.VersionsModel.Version;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.Shade;
import amends.knowledge.TextDifference;
import amends.knowledge.TextDifference.Kind;
import amends.knowledge.TextDifference.Line;
import amends.knowledge.TextDifference.Piece;
import java.awt.Color;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextPane;
import javax.swing.UIManager;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/** The versions of an article, and what the chosen one changed: gone struck through, new underlined, both coloured. */
final class VersionsView {
    private final Look look;
    private final VersionsModel model;
    private final JPanel panel;
    private final RowTable<Version> table;
    private final JTextPane text = new JTextPane();
    private Optional<TextDifference> shown = Optional.empty();
    private boolean refreshing;

    VersionsView(Look look, VersionsModel model) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, List.of(Column.text(look.get("authors.version"), this::name, 100, 0)));
        Look.named(table, "authors.versions", look.get("authors.versions"));
        table.getSelectionModel().addListSelectionListener(e -> {
            if (!refreshing && !e.getValueIsAdjusting()) model.choose(table.getSelectedRow());
        });
        Look.named(text, "authors.difference", look.get("authors.difference"));
        text.setEditable(false);
        text.setOpaque(false);
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        panel = look.panel("insets 0, fill, gap 12u 0", "[120u!,fill][grow,fill]", "[grow,fill]");
        panel.add(look.scroll(table), "wmin 0, hmin 0");
        panel.add(look.scroll(text), "wmin 0, hmin 0");
    }

    JPanel panel() {
        return panel;
    }

    private String name(Version version) {
        return version.number() == 0 ? look.get("authors.beingWritten") : "v" + version.number();
    }

    void refresh() {
        if (!model.isOpen()) return;
        refreshing = true;
        table.show(model.all());
        model.chosen().ifPresent(table::choose);
        refreshing = false;
        Optional<TextDifference> difference = model.difference();
        if (difference.equals(shown)) return;
        shown = difference;
        text.setText("");
        difference.ifPresent(this::write);
        text.setCaretPosition(0);
    }

    private void write(TextDifference difference) {
        if (difference.isNone()) append(look.get("authors.noDifference"), ink(Kind.LEFT_OUT));
        else difference.lines().forEach(this::line);
    }

    /** Each line says at its beginning what became of it: colour alone carries nothing. */
    private void line(Line line) {
        String lead = switch (line.kind()) {
            case GONE -> "−  ";
            case NEW -> "+  ";
            case CHANGED -> "±  ";
            case SAME -> "    ";
            case LEFT_OUT -> "⋯";
        };
        append(lead, ink(Kind.LEFT_OUT));
        for (Piece piece : line.pieces()) append(piece.text(), ink(piece.kind()));
        append("\n", ink(Kind.SAME));
    }

    private void append(String words, AttributeSet ink) {
        var document = text.getStyledDocument();
        try {
            document.insertString(document.getLength(), words, ink);
        } catch (BadLocationException e) {
            throw new IllegalStateException("the end of a text is no place in it", e);
        }
    }

    private AttributeSet ink(Kind kind) {
        var ink = new SimpleAttributeSet();
        Color color = switch (kind) {
            case GONE -> Shade.DANGER.color();
            case NEW -> Shade.READY.color();
            case LEFT_OUT -> Shade.QUIET.color();
            default -> UIManager.getColor("TextPane.foreground");
        };
        StyleConstants.setForeground(ink, color);
        StyleConstants.setStrikeThrough(ink, kind == Kind.GONE);
        StyleConstants.setUnderline(ink, kind == Kind.NEW);
        return ink;
    }
}

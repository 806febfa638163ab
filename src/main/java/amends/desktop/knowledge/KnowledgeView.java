package amends.desktop.knowledge;

import amends.desktop.look.EmptyState;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Where answers stand: a field to search and, until there are articles, a word about what will be here. */
public final class KnowledgeView {
    private final JPanel panel;
    private final JTextField search = new JTextField();

    public KnowledgeView(Look look) {
        panel = look.panel("insets 16u, fillx, wrap 1, gap 0 12u", "[grow,fill]", "[][32u!][]");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        Look.named(search, "knowledge.search", look.get("knowledge.search") + " F4");
        search.putClientProperty("JTextField.placeholderText", look.get("knowledge.search"));
        search.putClientProperty("JTextField.leadingIcon", Glyph.SEARCH.icon(look.px(16)));
        search.putClientProperty("JTextField.trailingComponent", look.line("F4  ", "quiet"));
        search.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke("ESCAPE"), "empty");
        search.getActionMap().put("empty", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                search.setText("");
            }
        });
        panel.add(look.heading("knowledge.title"), "wmin 0");
        panel.add(search, "wmin 0");
        panel.add(EmptyState.of(look, Glyph.BOOK, "knowledge.none"), "wmin 0");
    }

    public JPanel panel() {
        return panel;
    }

    public void focusSearch() {
        search.requestFocusInWindow();
        search.selectAll();
    }
}

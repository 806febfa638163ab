package amends.desktop.knowledge;

import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** What stands where answers stand while nothing is searched and nothing suggests itself. */
final class AtHandView {
    private static final String LIST = "list";
    private static final String NONE = "none";
    private final Look look;
    private final AtHandModel model;
    private final KnowledgeModel answers;
    private final JPanel panel = new JPanel(new CardLayout());
    private final DefaultListModel<AtHandModel.Row> rows = new DefaultListModel<>();
    private final JList<AtHandModel.Row> list = new JList<>(rows);
    private final JPanel cell;
    private final TextLine title;
    private final TextLine why;

    AtHandView(Look look, AtHandModel model, KnowledgeModel answers) {
        this.look = look;
        this.model = model;
        this.answers = answers;
        cell = look.panel("insets 4u 12u 4u 8u, fill, wrap 1, gap 0 2u", "[grow,fill]", "");
        title = look.line("", "");
        why = look.line("", "");
        cell.add(title, "wmin 0");
        cell.add(why, "wmin 0");
        Look.named(list, "knowledge.atHand", look.get("atHand.title"));
        list.setOpaque(false);
        list.setFixedCellWidth(1);
        list.setFixedCellHeight(look.px(54));
        list.setCellRenderer((l, row, index, chosen, focused) -> cell(row, chosen && l.isFocusOwner()));
        acts();
        JScrollPane scroll = look.scroll(list);
        panel.setOpaque(false);
        panel.add(scroll, LIST);
        panel.add(EmptyState.of(look, Glyph.BOOK, "knowledge.none"), NONE);
        Follow.models(panel, this::refresh, model);
    }

    JComponent panel() {
        return panel;
    }

    private void acts() {
        list.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke("ENTER"), "open");
        list.getActionMap().put("open", new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                open();
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                if (at >= 0 && list.getCellBounds(at, at).contains(e.getPoint())) open();
            }
        });
    }

    private void open() {
        if (list.getSelectedValue() != null)
            answers.show(list.getSelectedValue().article());
    }

    private Component cell(AtHandModel.Row row, boolean chosen) {
        title.setText(row.title());
        why.setText(
                switch (row.why()) {
                    case PINNED -> look.get("atHand.pinned", row.of());
                    case FRESH -> look.get("atHand.fresh");
                    case FAVOURITE -> look.get("atHand.favourite");
                });
        Look.shaded(
                why,
                switch (row.why()) {
                    case PINNED -> Shade.HOLD;
                    case FRESH -> Shade.ACCENT;
                    case FAVOURITE -> Shade.QUIET;
                });
        cell.setOpaque(chosen);
        if (chosen) cell.setBackground(Shade.ACCENT.tint(Shade.SIDE));
        cell.getAccessibleContext().setAccessibleName(row.title() + ", " + why.getText());
        return cell;
    }

    private void refresh() {
        List<AtHandModel.Row> now = model.rows();
        if (!now.equals(java.util.Collections.list(rows.elements()))) {
            rows.clear();
            rows.addAll(now);
        }
        ((CardLayout) panel.getLayout()).show(panel, now.isEmpty() ? NONE : LIST);
    }
}

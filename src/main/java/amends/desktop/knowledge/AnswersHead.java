package amends.desktop.knowledge;

import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Pill;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import java.awt.Insets;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

/**
 * The line above the search field, always as high: what stands below, or what may have been meant; and by what answers are
 * narrowed down.
 */
final class AnswersHead {
    private final Look look;
    private final KnowledgeModel model;
    private final JPanel panel;
    private final JPanel chips;
    private final TextLine heading;
    private final KeyButton meant;
    private final KeyButton widen;
    private final KeyButton filter;
    private List<Narrowing> shown = List.of();

    /** @param field below which is offered by what answers can be narrowed down */
    AnswersHead(Look look, KnowledgeModel model, JComponent field) {
        this.look = look;
        this.model = model;
        heading = look.heading("knowledge.title");
        meant = small(look.button("knowledge.meant", "", "Shift+Enter", model::takeMeant));
        filter = small(look.button("knowledge.filter", look.get("knowledge.filter"), "Shift+F4", () -> offer(field)));
        widen = small(look.button("knowledge.widen", "×", "Ctrl+F4", model::widen));
        // One sign alone has no room at its sides unless somebody asks for it.
        widen.setMargin(new Insets(1, 6, 1, 6));
        widen.setToolTipText(look.get("knowledge.widen"));
        widen.getAccessibleContext().setAccessibleName(look.get("knowledge.widen") + " Ctrl+F4");
        chips = look.panel("insets 0, gap 4u 0", "", "[24u!]");
        panel = look.panel("insets 0, fillx, gap 6u 0, hidemode 3", "[grow,fill,shrinkprio 200][]", "[26u!]");
        panel.add(heading, "cell 0 0, wmin 0");
        panel.add(meant, look.at("cell 0 0, wmin 0, h 26u!"));
        chips.add(filter);
        panel.add(chips, "cell 1 0, wmin 0");
    }

    private static KeyButton small(KeyButton button) {
        button.putClientProperty("FlatLaf.style", "margin: 1,6,1,6");
        return button;
    }

    JPanel panel() {
        return panel;
    }

    void refresh(String title) {
        heading.setText(title);
        model.meant().ifPresent(words -> {
            meant.setText(look.get("knowledge.meant", words));
            meant.getAccessibleContext().setAccessibleName(look.get("knowledge.meant", words) + " Shift+Enter");
            meant.setToolTipText(words);
        });
        meant.setVisible(model.meant().isPresent());
        List<Narrowing> now = Narrowing.of(model.within());
        heading.setVisible(model.meant().isEmpty() && now.isEmpty());
        if (now.equals(shown)) return;
        shown = now;
        chips.removeAll();
        for (Narrowing one : now) {
            var pill = new Pill(look);
            pill.show(word(one), Shade.ACCENT);
            pill.setToolTipText(word(one));
            chips.add(pill, "wmin 0");
        }
        chips.add(now.isEmpty() ? filter : widen);
        panel.revalidate();
        panel.repaint();
    }

    private String word(Narrowing one) {
        return switch (one) {
            case Narrowing.ByCategory(var path) -> look.texts().category(path);
            case Narrowing.ByTag(var tag) -> tag;
            case Narrowing.ByAudience(var audience) -> look.texts().word(audience);
            case Narrowing.ByLanguage(var language) -> look.texts().word(language);
        };
    }

    /** By what answers can be narrowed down; arrows walk it, Enter chooses. */
    void offer(JComponent below) {
        var menu = new JPopupMenu();
        List<Narrowing> on = Narrowing.of(model.within());
        Class<?> kind = null;
        for (Narrowing one : model.narrowings()) {
            if (one.getClass() != kind) {
                if (kind != null) menu.addSeparator();
                kind = one.getClass();
                var head = new JMenuItem(kind(one));
                head.setEnabled(false);
                menu.add(head);
            }
            var item = new JCheckBoxMenuItem(word(one), on.contains(one));
            item.addActionListener(e -> model.narrow(one));
            menu.add(item);
        }
        menu.show(below, 0, below.getHeight());
    }

    private String kind(Narrowing one) {
        return switch (one) {
            case Narrowing.ByCategory c -> look.get("authors.category");
            case Narrowing.ByTag t -> look.get("authors.tags");
            case Narrowing.ByAudience a -> look.get("authors.audience");
            case Narrowing.ByLanguage l -> look.get("authors.language");
        };
    }
}

package amends.desktop.profile;

import amends.customer.FullProfile.ShownTag;
import amends.customer.Tag;
import amends.desktop.look.Look;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** Everything about one tag, and what can be done about it. */
final class TagMenu {
    private final JPopupMenu menu = new JPopupMenu();
    private final Look look;
    private final PortraitModel model;

    TagMenu(Look look, PortraitModel model, TagWords words, ShownTag shown) {
        this.look = look;
        this.model = model;
        for (String line : words.lines(shown)) {
            JMenuItem item = new JMenuItem(line);
            item.setEnabled(false);
            menu.add(item);
        }
        menu.addSeparator();
        Tag tag = shown.tag();
        if (shown.standing() == Tag.Standing.DISPUTED) item(look.get("tag.uphold"), () -> model.uphold(tag));
        else menu.add(reasons(tag));
        item(look.get("tag.remove"), () -> model.remove(tag));
    }

    /** A dispute has a reason. */
    private JMenu reasons(Tag tag) {
        var dispute = new JMenu(look.get("tag.dispute"));
        for (String reason : new String[] {
            look.get("tag.customerDenies"),
            look.get("tag.anotherPerson"),
            look.get("tag.outdated"),
            look.get("tag.wrong")
        }) {
            var item = new JMenuItem(reason);
            item.addActionListener(e -> model.dispute(tag, reason));
            dispute.add(item);
        }
        return dispute;
    }

    private void item(String text, Runnable act) {
        var item = new JMenuItem(text);
        item.addActionListener(e -> act.run());
        menu.add(item);
    }

    void show(JComponent below) {
        menu.show(below, 0, below.getHeight());
    }
}

package amends.desktop.customers;

import amends.desktop.Page;
import amends.desktop.customers.CustomersModel.Part;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import java.awt.CardLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** Customers: found, taken in, merged. Alt and its number open a part. */
public final class CustomersPage implements Page {
    private final CustomersModel model;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Map<Part, JToggleButton> heads = new EnumMap<>(Part.class);
    private final Map<Part, Predicate<KeyStroke>> keys = new EnumMap<>(Part.class);
    private final FindView find;

    public CustomersPage(Look look, CustomersModel model, Timekeeper time, String homeRegion) {
        this.model = model;
        find = new FindView(look, model, time, homeRegion);
        cards.setOpaque(false);
        cards.add(find.panel(), Part.FIND.name());
        keys.put(Part.FIND, find::pressed);
        panel = look.panel("insets 8u 16u 12u 16u, fill, gap 0 8u", "[grow,fill]", "[32u!][grow,fill]");
        JPanel row = look.panel("insets 0, filly, gap 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        head(look, row, group, Part.FIND, look.get("customers.find"));
        if (model.may(Permission.IMPORT_CUSTOMERS)) {
            var view = new ImportView(look, model.table());
            cards.add(view.panel(), Part.IMPORT.name());
            keys.put(Part.IMPORT, view::pressed);
            head(look, row, group, Part.IMPORT, look.get("customers.import"));
        }
        if (model.may(Permission.MERGE_CUSTOMERS)) {
            var view = new DuplicatesView(look, model.duplicates());
            cards.add(view.panel(), Part.DUPLICATES.name());
            keys.put(Part.DUPLICATES, view::pressed);
            head(look, row, group, Part.DUPLICATES, look.get("customers.duplicates"));
        }
        row.add(look.line("Alt+1 … " + heads.size(), "quiet"), "pushx, alignx right, wmin 0");
        panel.add(row, "cell 0 0, wmin 0");
        panel.add(cards, "cell 0 1, grow, wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private void head(Look look, JPanel row, ButtonGroup group, Part part, String title) {
        var head = new JToggleButton(title);
        head.putClientProperty("JButton.buttonType", "tab");
        head.setToolTipText("Alt+" + (heads.size() + 1));
        Look.named(head, "customers." + part, title);
        head.addActionListener(e -> model.go(part));
        group.add(head);
        heads.put(part, head);
        row.add(head);
    }

    private void refresh() {
        heads.get(model.part()).setSelected(true);
        ((CardLayout) cards.getLayout()).show(cards, model.part().name());
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void focus() {
        if (model.part() == Part.FIND) find.focus();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        int number = 1;
        for (Part part : heads.keySet())
            if (key.equals(KeyStroke.getKeyStroke("alt " + number++))) {
                model.go(part);
                return true;
            }
        return keys.get(model.part()).test(key);
    }
}

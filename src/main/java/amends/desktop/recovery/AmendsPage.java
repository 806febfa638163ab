package amends.desktop.recovery;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import java.awt.CardLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/**
 * Everything that makes amends, a tab each: complaints, callbacks, promises and what else there is. A tab is a page of
 * its own, shown and hidden with this one; Alt and its number open it.
 */
public final class AmendsPage implements Page {
    private final AmendsModel model;
    private final List<Tab> tabs;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Map<String, JToggleButton> heads = new LinkedHashMap<>();
    private boolean shown;
    private Tab open;

    /**
     * @param name for tests and for remembering which is open
     * @param title as the reader reads it
     */
    public record Tab(String name, String title, Page page) {}

    /** @param tabs in their order, at least one */
    public AmendsPage(Look look, AmendsModel model, List<Tab> tabs) {
        this.model = model;
        this.tabs = List.copyOf(tabs);
        cards.setOpaque(false);
        panel = look.panel("insets 8u 16u 12u 16u, fill, gap 0 8u", "[grow,fill]", "[32u!][grow,fill]");
        panel.add(heads(look), "cell 0 0, wmin 0");
        tabs.forEach(tab -> cards.add(tab.page().panel(), tab.name()));
        panel.add(cards, "cell 0 1, grow, wmin 0, hmin 0");
        open = wanted();
        Follow.models(panel, this::refresh, model);
    }

    private JPanel heads(Look look) {
        JPanel row = look.panel("insets 0, filly, gap 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        for (Tab tab : tabs) {
            var head = new JToggleButton(tab.title());
            head.putClientProperty("JButton.buttonType", "tab");
            head.setToolTipText("Alt+" + (heads.size() + 1));
            Look.named(head, "amends." + tab.name(), tab.title());
            head.addActionListener(e -> model.open(tab.name()));
            group.add(head);
            heads.put(tab.name(), head);
            row.add(head);
        }
        row.add(look.line("Alt+1 … " + heads.size(), "quiet"), "pushx, alignx right, wmin 0");
        return row;
    }

    private Tab wanted() {
        return tabs.stream()
                .filter(tab -> tab.name().equals(model.open()))
                .findFirst()
                .orElse(tabs.getFirst());
    }

    private void refresh() {
        Tab before = open;
        open = wanted();
        heads.get(open.name()).setSelected(true);
        ((CardLayout) cards.getLayout()).show(cards, open.name());
        if (before == open || !shown) return;
        before.page().shown(false);
        open.page().shown(true);
        open.page().focus();
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now == shown) return;
        shown = now;
        open.page().shown(now);
    }

    @Override
    public void focus() {
        open.page().focus();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        for (int i = 0; i < tabs.size(); i++)
            if (key.equals(KeyStroke.getKeyStroke("alt " + (i + 1)))) {
                model.open(tabs.get(i).name());
                return true;
            }
        return open.page().pressed(key);
    }

    @Override
    public boolean typed(char key) {
        return open.page().typed(key);
    }
}

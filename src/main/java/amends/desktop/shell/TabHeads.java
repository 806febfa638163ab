package amends.desktop.shell;

import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.shell.CentreView.Place;
import java.awt.Insets;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/**
 * The places by their names, and the number of the key that leads to each. Where the words would not fit, the numbers
 * and the air around them go first: words are what people look for.
 */
final class TabHeads {
    private static final Insets CLOSE = new Insets(4, 4, 4, 4);

    private final Look look;
    private final JPanel panel;
    private final Map<Place, JToggleButton> heads = new EnumMap<>(Place.class);
    private final ButtonGroup group = new ButtonGroup();
    private final TextLine keys;
    private boolean close = true;

    TabHeads(Look look, List<Place> places, Consumer<Place> go) {
        this.look = look;
        panel = look.panel("insets 0 16u 0 16u, filly, gap 0", "", "[grow,fill]");
        places.forEach(place -> add(place, go));
        select(places.getFirst());
        keys = look.line("", "quiet");
        keys.setHorizontalAlignment(SwingConstants.RIGHT);
        // It has what the tabs leave.
        panel.add(keys, "pushx, growx, w 0:0:");
        write(false);
        panel.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                fit();
            }
        });
    }

    private void add(Place place, Consumer<Place> go) {
        String word = look.texts().word(place);
        int key = heads.size() + 1;
        var head = new JToggleButton();
        head.setToolTipText(word + "  Ctrl+" + key);
        head.putClientProperty("JButton.buttonType", "tab");
        Look.named(head, "place." + place, word);
        head.addActionListener(e -> go.accept(place));
        group.add(head);
        heads.put(place, head);
        panel.add(head, look.at("wmin 44u"));
    }

    JPanel panel() {
        return panel;
    }

    /** A place without a head leaves none selected. */
    void select(Place place) {
        JToggleButton head = heads.get(place);
        if (head == null) group.clearSelection();
        else head.setSelected(true);
    }

    private void fit() {
        write(false);
        int heads = panel.getPreferredSize().width;
        if (heads > panel.getWidth()) write(true);
        else keys.setVisible(heads + keys.getPreferredSize().width <= panel.getWidth());
    }

    private void write(boolean closer) {
        if (closer == close) return;
        close = closer;
        keys.setText(closer ? "" : "Ctrl+1 … " + heads.size());
        int key = 0;
        for (Map.Entry<Place, JToggleButton> head : heads.entrySet()) {
            key++;
            String word = look.texts().word(head.getKey());
            head.getValue().setText(closer ? word : word + "  " + key);
            head.getValue().setMargin(closer ? CLOSE : null);
        }
    }
}

package amends.desktop.speak;

import amends.desktop.look.Look;
import amends.personality.Behaviour;
import amends.telephony.CallId;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.event.MenuKeyEvent;
import javax.swing.event.MenuKeyListener;

/** What the agent may have seen, to be ticked by a click or its digit; stays open until it is left. */
final class TickMenu {
    private static final char NONE = '0';
    private final Look look;
    private final TickModel model;
    private final CallId call;
    private final JPopupMenu menu = new JPopupMenu();
    private final Map<Behaviour, JCheckBoxMenuItem> items = new EnumMap<>(Behaviour.class);
    private final JCheckBoxMenuItem none;

    TickMenu(Look look, TickModel model, CallId call) {
        this.look = look;
        this.model = model;
        this.call = call;
        char digit = '1';
        for (Behaviour behaviour : TickModel.OFFERED) {
            JCheckBoxMenuItem item = item(look.texts().word(behaviour), digit++);
            item.addActionListener(e -> toggled(() -> model.toggle(call, behaviour)));
            items.put(behaviour, item);
            menu.add(item);
        }
        menu.addSeparator();
        none = item(look.get("speak.noneOfThem"), NONE);
        none.addActionListener(e -> toggled(() -> model.toggleNone(call)));
        menu.add(none);
        menu.addMenuKeyListener(new Digits());
        refresh();
    }

    private JCheckBoxMenuItem item(String word, char digit) {
        var item = new JCheckBoxMenuItem(word);
        item.setAccelerator(KeyStroke.getKeyStroke(digit));
        item.putClientProperty("CheckBoxMenuItem.doNotCloseOnMouseClick", true);
        Look.named(item, "speak.tick." + digit, word);
        return item;
    }

    private void toggled(Runnable act) {
        act.run();
        refresh();
    }

    private void refresh() {
        items.forEach((behaviour, item) -> item.setSelected(model.isSeen(call, behaviour)));
        none.setSelected(model.isNone(call));
    }

    private final class Digits implements MenuKeyListener {
        @Override
        public void menuKeyTyped(MenuKeyEvent event) {
            int at = event.getKeyChar() - '1';
            if (event.getKeyChar() == NONE) toggled(() -> model.toggleNone(call));
            else if (at >= 0 && at < TickModel.OFFERED.size())
                toggled(() -> model.toggle(call, TickModel.OFFERED.get(at)));
            else return;
            event.consume();
        }

        @Override
        public void menuKeyPressed(MenuKeyEvent event) {}

        @Override
        public void menuKeyReleased(MenuKeyEvent event) {}
    }

    void show(JComponent below) {
        menu.show(below, 0, below.getHeight());
    }
}

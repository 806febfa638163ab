package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.recovery.Balance;
import amends.recovery.Failure;
import amends.recovery.Settlement.Means;
import amends.telephony.CallId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** What was done about what is owed: about all of it, or about one. */
final class SettleMenu {
    private static final List<Means> DONE = List.of(Means.APOLOGISED, Means.EXPLAINED, Means.PUT_RIGHT);
    private static final int MOST_ITEMS = 8;
    private final Look look;
    private final OweModel model;
    private final OweWords words;
    private final CallId call;
    private final JPopupMenu menu = new JPopupMenu();

    SettleMenu(Look look, OweModel model, OweWords words, CallId call) {
        this.look = look;
        this.model = model;
        this.words = words;
        this.call = call;
        fill(model.balance(call));
    }

    private void fill(Balance balance) {
        for (Means means : DONE) {
            String text = balance.count() == 1
                    ? look.texts().word(means)
                    : look.get("owe.all", balance.count(), look.texts().word(means));
            menu.add(item(text, () -> model.settle(call, balance.ids(), means, "")));
        }
        if (balance.count() == 1 && !model.mayWriteOff()) return;
        menu.addSeparator();
        balance.open().stream().limit(MOST_ITEMS).forEach(failure -> menu.add(ofOne(failure)));
    }

    private JMenu ofOne(Failure failure) {
        var one = new JMenu(words.item(failure, call));
        one.setIcon(OweView.mark(look, failure.severity()));
        List<UUID> id = List.of(failure.id());
        for (Means means : DONE) one.add(item(look.texts().word(means), () -> model.settle(call, id, means, "")));
        if (model.mayWriteOff()) {
            one.addSeparator();
            reasons((text, reason) -> one.add(item(text, () -> model.settle(call, id, Means.WRITTEN_OFF, reason))));
        }
        return one;
    }

    private void reasons(BiConsumer<String, String> each) {
        for (String reason : List.of(look.get("owe.notOurs"), look.get("owe.twice"), look.get("owe.test")))
            each.accept(look.get("owe.writeOff", look.texts().word(Means.WRITTEN_OFF), reason), reason);
    }

    private static JMenuItem item(String text, Runnable act) {
        var item = new JMenuItem(text);
        item.addActionListener(e -> act.run());
        return item;
    }

    void show(JComponent below) {
        menu.show(below, 0, below.getHeight());
    }
}

package amends.desktop.recovery;

import amends.desktop.look.Look;
import amends.recovery.Failure;
import amends.telephony.CallId;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** What shows that we owe: of each failure the facts, and the way to the thing itself. */
final class EvidenceMenu {
    private static final int MOST_ITEMS = 12;
    private final JPopupMenu menu = new JPopupMenu();

    EvidenceMenu(Look look, OweModel model, OweWords words, EvidenceWords facts, CallId call) {
        for (Failure failure :
                model.balance(call).open().stream().limit(MOST_ITEMS).toList()) {
            var one = new JMenu(words.item(failure, call));
            one.setIcon(OweView.mark(look, failure.severity()));
            for (String fact : facts.facts(failure, model.told(failure))) {
                var line = new JMenuItem(fact);
                line.setEnabled(false);
                one.add(line);
            }
            one.addSeparator();
            var open = new JMenuItem(facts.way(failure));
            open.addActionListener(e -> model.openEvidence(failure));
            one.add(open);
            menu.add(one);
        }
    }

    void show(JComponent below) {
        menu.show(below, 0, below.getHeight());
    }
}

package amends.desktop.complaint;

import amends.desktop.Page;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.kernel.Timekeeper;
import java.awt.Component;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** The complaints as a tab of the amends page: the list left, the one that is looked at right. */
public final class ComplaintsTab implements Page {
    private final ComplaintsModel model;
    private final JPanel panel;
    private final ComplaintListView list;
    private final Map<KeyStroke, BooleanSupplier> acts = new HashMap<>();

    public ComplaintsTab(Look look, ComplaintsModel model, Timekeeper time) {
        this.model = model;
        var words = new ComplaintWords(look, model.scheme(), time);
        list = new ComplaintListView(look, model, words);
        var dispatches = new DispatchView(look, model, words);
        Component detail = ScrollBox.around(look, new ComplaintDetailView(look, model, words, dispatches).panel());
        panel = look.panel(
                "insets 0, fill, gap 20u 0", "[340px:480u:560u,fill][360px:480u:9999px,grow,fill]", "[grow,fill]");
        panel.add(list.panel(), "grow, wmin 0, hmin 0");
        panel.add(detail, "grow, wmin 0, hmin 0");
        keys(dispatches);
    }

    private void keys(DispatchView dispatches) {
        for (Deed deed : Deed.values()) act(deed.stroke(), () -> model.begin(deed));
        act("alt M", () -> {
            model.showAll(!model.isAll());
            return model.seesAll();
        });
        act("alt L", () -> {
            list.toggleLate();
            return true;
        });
        act("alt P", dispatches::copy);
        act("alt J", dispatches::mail);
        act("ctrl ENTER", () -> model.form().isPresent() && keep());
        act("ESCAPE", () -> {
            boolean open = model.form().isPresent();
            model.cancel();
            return open;
        });
    }

    /** The key is taken even where something is missing: nothing else is meant. */
    private boolean keep() {
        model.keep();
        return true;
    }

    private void act(String key, BooleanSupplier act) {
        acts.put(KeyStroke.getKeyStroke(key), act);
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.show(now);
    }

    @Override
    public void focus() {
        list.focus();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        return acts.getOrDefault(key, () -> false).getAsBoolean();
    }
}

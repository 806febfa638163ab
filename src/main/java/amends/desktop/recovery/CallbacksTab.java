package amends.desktop.recovery;

import amends.desktop.Page;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import javax.swing.JPanel;

/** My callbacks as a tab of the amends page. */
public final class CallbacksTab implements Page {
    private final JPanel panel;

    public CallbacksTab(Look look, CallbacksModel model, Timekeeper time, String homeRegion) {
        panel = look.panel("insets 8u, fillx, wrap 1", "[grow,fill]", "[]push");
        panel.add(new CallbacksView(look, model, time, homeRegion).panel(), "wmin 0");
    }

    @Override
    public JPanel panel() {
        return panel;
    }
}

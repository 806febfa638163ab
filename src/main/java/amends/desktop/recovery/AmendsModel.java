package amends.desktop.recovery;

import amends.desktop.PresentationModel;

/** Which part of the amends page is open: remembered when the window is drawn anew. */
public final class AmendsModel extends PresentationModel {
    private String open = "";

    /** By its name; empty for the first there is. */
    public String open() {
        return open;
    }

    public void open(String tab) {
        if (tab.equals(open)) return;
        open = tab;
        changed();
    }
}

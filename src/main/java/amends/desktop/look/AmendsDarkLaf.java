package amends.desktop.look;

import com.formdev.flatlaf.FlatDarkLaf;
import javax.swing.UIDefaults;

/** Our dark theme; its colours stand in {@code AmendsDarkLaf.properties}. */
public final class AmendsDarkLaf extends FlatDarkLaf {
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return "Amends dark";
    }

    @Override
    public UIDefaults getDefaults() {
        UIDefaults defaults = super.getDefaults();
        HtmlFreeUi.standIn(defaults);
        return defaults;
    }
}

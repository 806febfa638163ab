package amends.desktop.look;

import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIDefaults;

/** Our light theme; its colours stand in {@code AmendsLightLaf.properties}. */
public final class AmendsLightLaf extends FlatLightLaf {
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return "Amends light";
    }

    @Override
    public UIDefaults getDefaults() {
        UIDefaults defaults = super.getDefaults();
        HtmlFreeUi.standIn(defaults);
        return defaults;
    }
}

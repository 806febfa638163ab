package amends.desktop.look;

import com.formdev.flatlaf.FlatLaf;
import java.util.Map;
import javax.swing.UIManager;

/** Puts a theme and a text size on every window there is. */
public final class Theming {
    private final Fonts fonts;

    public Theming(Fonts fonts) {
        this.fonts = fonts;
    }

    /** @param textPercent 100 to 200 */
    public void apply(boolean dark, int textPercent) {
        FlatLaf laf = dark ? new AmendsDarkLaf() : new AmendsLightLaf();
        UIManager.put("defaultFont", fonts.body(textPercent));
        laf.setExtraDefaults(Map.of());
        FlatLaf.setup(laf);
        FlatLaf.updateUI();
    }
}

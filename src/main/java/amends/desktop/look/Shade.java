package amends.desktop.look;

import com.formdev.flatlaf.util.ColorFunctions;
import java.awt.Color;
import java.util.Locale;
import javax.swing.UIManager;

/** The named colours of the present theme. A colour never says alone what a word or a shape does not say too. */
public enum Shade {
    RAIL,
    SHEET,
    SIDE,
    HAIRLINE,
    QUIET,
    ACCENT,
    READY,
    DANGER,
    HOLD,
    TALK,
    WRAP,
    CUSTOMER,
    AGENT;

    public Color color() {
        Color color = UIManager.getColor(key());
        return color == null ? Color.GRAY : color;
    }

    /** A breath of it on the given ground. */
    public Color tint(Shade ground) {
        return ColorFunctions.mix(color(), ground.color(), 0.12f);
    }

    /** Half of it, for what is there but not at hand. */
    public Color muted() {
        return ColorFunctions.mix(color(), SHEET.color(), 0.4f);
    }

    /** As FlatLaf's styles name it. */
    public String style() {
        return "$" + key();
    }

    private String key() {
        return "Amends." + name().toLowerCase(Locale.ROOT);
    }
}

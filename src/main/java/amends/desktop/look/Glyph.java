package amends.desktop.look;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import java.util.Locale;
import javax.swing.Icon;

/** Our icons: line drawings in the colour of the text beside them. */
public enum Glyph {
    ANSWER,
    HANG_UP,
    MUTE,
    MUTED,
    HOLD,
    PLAY,
    KEYPAD,
    SEARCH,
    MOON,
    SUN,
    PERSON,
    BOOK,
    WAVE,
    MINI,
    MORE,
    EXPAND;

    static final String FOLDER = "amends/desktop/look/icons/";

    /** @param side in pixels */
    public Icon icon(int side) {
        String name = name().toLowerCase(Locale.ROOT).replace('_', '-');
        // FlatLaf scales icons by the font once more; ours are given in final pixels.
        float scale = side / (24f * UIScale.getUserScaleFactor());
        var icon = new FlatSVGIcon(FOLDER + name + ".svg", scale);
        icon.setColorFilter(new FlatSVGIcon.ColorFilter((component, drawn) -> component.getForeground()));
        return icon;
    }
}

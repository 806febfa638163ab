package amends.desktop.look;

import com.formdev.flatlaf.ui.FlatButtonUI;
import com.formdev.flatlaf.ui.FlatCheckBoxMenuItemUI;
import com.formdev.flatlaf.ui.FlatCheckBoxUI;
import com.formdev.flatlaf.ui.FlatLabelUI;
import com.formdev.flatlaf.ui.FlatMenuItemUI;
import com.formdev.flatlaf.ui.FlatMenuUI;
import com.formdev.flatlaf.ui.FlatRadioButtonMenuItemUI;
import com.formdev.flatlaf.ui.FlatRadioButtonUI;
import com.formdev.flatlaf.ui.FlatTabbedPaneUI;
import com.formdev.flatlaf.ui.FlatToggleButtonUI;
import com.formdev.flatlaf.ui.FlatToolTipUI;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.UIDefaults;
import javax.swing.plaf.ComponentUI;

/**
 * Keeps every component from reading its text as HTML, which Swing does with whatever begins with {@code <html>}, and
 * fetches what it names. The property that stops it is per component, and must stand before the component's look is
 * made; so this stands in for the makers of all looks that draw text, the renderers of tables, lists and tips among
 * them.
 */
public final class HtmlFreeUi {
    private static final List<String> TEXT_DRAWING = List.of(
            "LabelUI",
            "ButtonUI",
            "ToggleButtonUI",
            "RadioButtonUI",
            "CheckBoxUI",
            "MenuUI",
            "MenuItemUI",
            "CheckBoxMenuItemUI",
            "RadioButtonMenuItemUI",
            "TabbedPaneUI",
            "ToolTipUI");

    private HtmlFreeUi() {}

    static void standIn(UIDefaults defaults) {
        for (String id : TEXT_DRAWING) defaults.put(id, HtmlFreeUi.class.getName());
    }

    /** Called by Swing, by reflection. */
    public static ComponentUI createUI(JComponent component) {
        component.putClientProperty("html.disable", Boolean.TRUE);
        return switch (component.getUIClassID()) {
            case "ButtonUI" -> FlatButtonUI.createUI(component);
            case "ToggleButtonUI" -> FlatToggleButtonUI.createUI(component);
            case "RadioButtonUI" -> FlatRadioButtonUI.createUI(component);
            case "CheckBoxUI" -> FlatCheckBoxUI.createUI(component);
            case "MenuUI" -> FlatMenuUI.createUI(component);
            case "MenuItemUI" -> FlatMenuItemUI.createUI(component);
            case "CheckBoxMenuItemUI" -> FlatCheckBoxMenuItemUI.createUI(component);
            case "RadioButtonMenuItemUI" -> FlatRadioButtonMenuItemUI.createUI(component);
            case "TabbedPaneUI" -> FlatTabbedPaneUI.createUI(component);
            case "ToolTipUI" -> FlatToolTipUI.createUI(component);
            default -> FlatLabelUI.createUI(component);
        };
    }
}

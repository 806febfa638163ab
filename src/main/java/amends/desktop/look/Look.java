package amends.desktop.look;

import java.awt.Component;
import java.awt.Dimension;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/**
 * What a view needs to be drawn: the words, and sizes that grow with the text. A view is drawn for one language and
 * one text size; both change by drawing it anew from its model.
 *
 * @param textPercent 100 to 200
 */
public record Look(Texts texts, int textPercent) {
    private static final Pattern UNITS = Pattern.compile("(\\d+)u");
    static final String STYLE_CLASS = "FlatLaf.styleClass";
    static final String STYLE = "FlatLaf.style";

    public String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Pixels of a length that is {@code units} pixels at 100 %. */
    public int px(int units) {
        return Math.round(units * textPercent / 100f);
    }

    /** MigLayout's words, in which {@code 8u} is 8 pixels at 100 %. */
    public String at(String constraints) {
        return UNITS.matcher(constraints).replaceAll(m -> px(Integer.parseInt(m.group(1))) + "px");
    }

    public JPanel panel(String layout, String columns, String rows) {
        var panel = new JPanel(new MigLayout(at(layout), at(columns), at(rows)));
        panel.setOpaque(false);
        return panel;
    }

    /** @param styles names from our themes, such as {@code "quiet"} or {@code "emphasis"}; may be empty */
    public TextLine line(String text, String styles) {
        var line = new TextLine(text, false);
        if (!styles.isEmpty()) line.putClientProperty(STYLE_CLASS, styles);
        return line;
    }

    /** A line that never gives way, for timers and figures. */
    public TextLine figure(String styles) {
        return styled(new TextLine("", true), styles);
    }

    /** The quiet word before a field; it never gives way either. */
    public TextLine label(String text, JComponent field) {
        TextLine label = styled(new TextLine(text, true), "quiet");
        label.setLabelFor(field);
        field.getAccessibleContext().setAccessibleName(text);
        return label;
    }

    /** The quiet word over a part of the window. */
    public TextLine heading(String key) {
        return line(get(key), "quiet strong");
    }

    /** Text of some lines that wraps and cannot be typed in. */
    public JTextArea paragraph(String text, String styles) {
        var area = new JTextArea(text);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setBorder(null);
        area.setMargin(new java.awt.Insets(0, 0, 0, 0));
        area.setHighlighter(null);
        area.setMinimumSize(new Dimension(0, 0));
        if (!styles.isEmpty()) area.putClientProperty(STYLE_CLASS, styles);
        return area;
    }

    /** @param name for tests and for finding the focus again */
    public KeyButton button(String name, String text, String key, Runnable act) {
        var button = new KeyButton(text, key);
        named(button, name, text + (key.isEmpty() ? "" : " " + key));
        button.addActionListener(e -> act.run());
        return button;
    }

    public <B extends AbstractButton> B glyph(B button, Glyph glyph) {
        button.setIcon(glyph.icon(px(16)));
        button.setIconTextGap(6);
        button.setHorizontalAlignment(SwingConstants.CENTER);
        return button;
    }

    /** A scroll pane without a line around it. */
    public JScrollPane scroll(Component view) {
        var pane = new JScrollPane(view);
        // Empty rather than none: a table gives its pane a border where there is none.
        pane.setBorder(BorderFactory.createEmptyBorder());
        pane.setOpaque(false);
        pane.getViewport().setOpaque(false);
        pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return pane;
    }

    public static <C extends JComponent> C styled(C component, String styles) {
        component.putClientProperty(STYLE_CLASS, styles);
        return component;
    }

    public static <C extends JComponent> C shaded(C component, Shade foreground) {
        component.putClientProperty(STYLE, "foreground: " + foreground.style());
        return component;
    }

    /** A name for tests and one that is spoken. */
    public static <C extends JComponent> C named(C component, String name, String spoken) {
        component.setName(name);
        component.getAccessibleContext().setAccessibleName(spoken);
        return component;
    }
}

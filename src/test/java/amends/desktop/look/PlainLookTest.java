package amends.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.UnderXvfb;
import java.awt.Component;
import java.awt.Container;
import java.awt.Font;
import java.util.stream.Stream;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JRadioButton;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.JToolTip;
import javax.swing.JTree;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.tree.DefaultTreeCellRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainLookTest extends UnderXvfb {
    private static final String HOSTILE = "<html><img src='http://127.0.0.1:9/x.png'><b>bold";
    private final Fonts fonts = new Fonts();

    @BeforeEach
    void dress() {
        does(() -> new Theming(fonts).apply(false, 100));
    }

    private static boolean isPlain(Component component) {
        return ((JComponent) component).getClientProperty(BasicHTML.propertyKey) == null;
    }

    @Test
    void no_component_reads_its_text_as_html() {
        var tip = onScreen(() -> {
            var made = new JToolTip();
            made.setTipText(HOSTILE);
            return made;
        });
        var components = onScreen(() -> Stream.of(
                        new JLabel(HOSTILE),
                        new JButton(HOSTILE),
                        new JToggleButton(HOSTILE),
                        new JRadioButton(HOSTILE),
                        new JCheckBox(HOSTILE),
                        new JMenuItem(HOSTILE),
                        tip)
                .toList());
        assertThat(components).allMatch(PlainLookTest::isPlain);
    }

    @Test
    void no_renderer_of_tables_lists_and_trees_does_either() {
        var cells = onScreen(() -> Stream.of(
                        new DefaultTableCellRenderer()
                                .getTableCellRendererComponent(new JTable(1, 1), HOSTILE, false, false, 0, 0),
                        new JTable(1, 1)
                                .getTableHeader()
                                .getDefaultRenderer()
                                .getTableCellRendererComponent(new JTable(1, 1), HOSTILE, false, false, -1, 0),
                        new DefaultListCellRenderer()
                                .getListCellRendererComponent(new JList<>(), HOSTILE, 0, false, false),
                        new DefaultTreeCellRenderer()
                                .getTreeCellRendererComponent(new JTree(), HOSTILE, false, false, true, 0, false))
                .toList());
        assertThat(cells).allMatch(PlainLookTest::isPlain);
    }

    @Test
    void a_tab_is_as_wide_as_its_plain_text() {
        int width = onScreen(() -> {
            var tabs = new JTabbedPane();
            tabs.addTab(HOSTILE, new JLabel());
            tabs.setSize(2000, 100);
            tabs.doLayout();
            int plain = tabs.getFontMetrics(tabs.getFont()).stringWidth(HOSTILE);
            return tabs.getBoundsAt(0).width - plain;
        });
        assertThat(width).isNotNegative();
    }

    @Test
    void a_switch_of_theme_keeps_it_so() {
        var label = onScreen(() -> new JLabel("plain"));
        does(() -> new Theming(fonts).apply(true, 100));
        does(() -> {
            javax.swing.SwingUtilities.updateComponentTreeUI((Container) label);
            label.setText(HOSTILE);
        });
        assertThat(isPlain(label)).isTrue();
    }

    @Test
    void figures_are_tabular() {
        Font font = onScreen(() -> fonts.body(100));
        var metrics = onScreen(() -> new JLabel().getFontMetrics(font));
        assertThat("0123456789".chars().map(metrics::charWidth).distinct()).hasSize(1);
    }

    @Test
    void a_line_that_does_not_fit_is_told_whole_by_its_tip() {
        var line = onScreen(() -> {
            var made = new TextLine("a name that is rather long for its place", false);
            made.setSize(40, 20);
            return made;
        });
        assertThat(onScreen(() -> line.getToolTipText(null))).isEqualTo(line.getText());
        does(() -> line.setSize(1000, 20));
        assertThat(onScreen(() -> line.getToolTipText(null))).isNull();
    }
}

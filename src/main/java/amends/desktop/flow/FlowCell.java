package amends.desktop.flow;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import java.awt.Component;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;

/** One flow in the list: its title, below it what kind it is or whose it was. */
final class FlowCell implements ListCellRenderer<FlowRow> {
    private final FlowWords words;
    private final JPanel cell;
    private final TextLine title;
    private final TextLine about;

    FlowCell(Look look, FlowWords words) {
        this.words = words;
        cell = look.panel("insets 4u 12u 4u 8u, fill, wrap 1, gap 0 2u", "[grow,fill]", "");
        title = look.line("", "strong");
        about = look.line("", "quiet");
        cell.add(title, "wmin 0");
        cell.add(about, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends FlowRow> list, FlowRow row, int index, boolean chosen, boolean focused) {
        title.setText(row.title());
        about.setText(words.about(row));
        Look.shaded(about, row.earlier().isPresent() ? Shade.ACCENT : Shade.QUIET);
        cell.setOpaque(chosen);
        if (chosen) cell.setBackground(Shade.ACCENT.tint(Shade.SIDE));
        cell.getAccessibleContext().setAccessibleName(row.title() + ", " + words.about(row));
        return cell;
    }
}

package amends.desktop.look;

import java.awt.Component;
import java.util.List;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

/** A table of things, one a row, with the texts of its columns; keeps the chosen row when the list changes. */
public final class RowTable<R> extends JTable {
    private static final long serialVersionUID = 1;

    /**
     * @param mark a shape beside the text, or null
     * @param width share of the table's width
     */
    public record Column<R>(String title, Function<R, String> text, Function<R, Icon> mark, int width, boolean number) {
        public Column(String title, Function<R, String> text, int width) {
            this(title, text, row -> null, width, false);
        }
    }

    private final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1;

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return columns.size();
        }

        @Override
        public String getColumnName(int column) {
            return columns.get(column).title();
        }

        @Override
        public Object getValueAt(int row, int column) {
            return columns.get(column).text().apply(rows.get(row));
        }
    }

    private final class Cell extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            var cell = (JLabel) super.getTableCellRendererComponent(table, value, selected, false, row, column);
            Column<R> shown = columns.get(column);
            cell.setIcon(shown.mark().apply(rows.get(row)));
            cell.setHorizontalAlignment(shown.number() ? SwingConstants.TRAILING : SwingConstants.LEADING);
            int room = getColumnModel().getColumn(column).getWidth();
            cell.setToolTipText(cell.getPreferredSize().width > room ? String.valueOf(value) : null);
            return cell;
        }
    }

    private final transient List<Column<R>> columns;
    private transient List<R> rows = List.of();

    public RowTable(Look look, List<Column<R>> columns) {
        this.columns = columns;
        setModel(new Rows());
        setDefaultRenderer(Object.class, new Cell());
        getTableHeader().setDefaultRenderer(heads(getTableHeader().getDefaultRenderer()));
        setRowHeight(look.px(36));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setResizingAllowed(false);
        for (int i = 0; i < columns.size(); i++)
            getColumnModel()
                    .getColumn(i)
                    .setPreferredWidth(look.px(columns.get(i).width()));
        // Tab leaves the table; arrows walk its rows.
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    private TableCellRenderer heads(TableCellRenderer themes) {
        return (table, value, selected, focused, row, column) -> {
            Component head = themes.getTableCellRendererComponent(table, value, selected, focused, row, column);
            if (head instanceof JLabel label)
                label.setHorizontalAlignment(
                        columns.get(column).number() ? SwingConstants.TRAILING : SwingConstants.LEADING);
            return head;
        };
    }

    public void show(List<R> newRows) {
        if (newRows.equals(rows)) return;
        R chosen = chosen();
        rows = List.copyOf(newRows);
        ((AbstractTableModel) getModel()).fireTableDataChanged();
        if (chosen != null) choose(chosen);
    }

    public void choose(R row) {
        int at = rows.indexOf(row);
        if (at >= 0 && at != getSelectedRow()) setRowSelectionInterval(at, at);
    }

    /** Null when none is. */
    public R chosen() {
        int at = getSelectedRow();
        return at < 0 || at >= rows.size() ? null : rows.get(at);
    }
}

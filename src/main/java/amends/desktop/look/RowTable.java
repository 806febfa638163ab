package amends.desktop.look;

import java.awt.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/** A table of things, one a row, with the texts of its columns; keeps the chosen row when the list changes. */
public final class RowTable<R> extends JTable {
    private static final long serialVersionUID = 1;

    /**
     * @param mark a shape beside the text, or null
     * @param width what it needs, in pixels at 100 %
     * @param rank the column of the highest rank goes first where there is no room; 0 always stays
     * @param tight whether it takes no more than it needs: what is left is for those that have long texts
     */
    public record Column<R>(
            String title,
            Function<R, String> text,
            Function<R, Icon> mark,
            int width,
            boolean number,
            int rank,
            boolean tight) {
        public Column(
                String title, Function<R, String> text, Function<R, Icon> mark, int width, boolean number, int rank) {
            this(title, text, mark, width, number, rank, false);
        }

        /** One of a few words behind a mark, as wide as the widest of them in this language, and at most so wide. */
        public static <R> Column<R> word(
                Look look,
                String title,
                Function<R, String> text,
                Function<R, Icon> mark,
                Collection<String> words,
                int most) {
            var cell = new JLabel();
            int widest = Stream.concat(words.stream(), Stream.of(title))
                    .mapToInt(cell.getFontMetrics(cell.getFont())::stringWidth)
                    .max()
                    .orElse(0);
            int width = Math.min(most, widest * 100 / look.textPercent() + MARK);
            return new Column<>(title, text, mark, width, false, 0, true);
        }

        public static <R> Column<R> text(String title, Function<R, String> text, int width, int rank) {
            return new Column<>(title, text, row -> null, width, false, rank);
        }

        public static <R> Column<R> figure(String title, Function<R, String> text, int width, int rank) {
            return new Column<>(title, text, row -> null, width, true, rank);
        }
    }

    /** What stands beside a word: the cell's margins, the mark and its gap. */
    private static final int MARK = 36;

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
            Column<R> shown = columns.get(convertColumnIndexToModel(column));
            cell.setIcon(shown.mark().apply(rows.get(row)));
            cell.setHorizontalAlignment(shown.number() ? SwingConstants.TRAILING : SwingConstants.LEADING);
            int room = getColumnModel().getColumn(column).getWidth();
            cell.setToolTipText(cell.getPreferredSize().width > room ? String.valueOf(value) : null);
            return cell;
        }
    }

    private final transient Look look;
    private final transient List<Column<R>> columns;
    private transient List<Column<R>> fitting = List.of();
    private transient List<R> rows = List.of();

    public RowTable(Look look, List<Column<R>> columns) {
        this.columns = columns;
        this.look = look;
        setModel(new Rows());
        setDefaultRenderer(Object.class, new Cell());
        getTableHeader().setDefaultRenderer(heads(getTableHeader().getDefaultRenderer()));
        setRowHeight(look.px(36));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setResizingAllowed(false);
        setAutoCreateColumnsFromModel(false);
        fit(Integer.MAX_VALUE);
        // Tab leaves the table; arrows walk its rows.
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(java.awt.KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    private TableCellRenderer heads(TableCellRenderer themes) {
        return (table, value, selected, focused, row, column) -> {
            Component head = themes.getTableCellRendererComponent(table, value, selected, focused, row, column);
            if (head instanceof JLabel label)
                label.setHorizontalAlignment(
                        columns.get(convertColumnIndexToModel(column)).number()
                                ? SwingConstants.TRAILING
                                : SwingConstants.LEADING);
            return head;
        };
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        if (columns != null && width > 0) fit(width);
    }

    /** Shows the columns that have room, the least important going first. */
    private void fit(int room) {
        var chosen = new ArrayList<>(columns);
        while (chosen.stream().mapToInt(c -> look.px(c.width())).sum() > room) {
            Column<R> least = Collections.max(chosen, Comparator.comparingInt(Column::rank));
            if (least.rank() == 0) break;
            chosen.remove(least);
        }
        if (chosen.equals(fitting)) return;
        fitting = chosen;
        while (getColumnCount() > 0) removeColumn(getColumnModel().getColumn(0));
        for (Column<R> column : chosen) {
            var shown = new TableColumn(columns.indexOf(column), look.px(column.width()));
            shown.setHeaderValue(column.title());
            if (column.tight()) shown.setMaxWidth(look.px(column.width()));
            addColumn(shown);
        }
        doLayout();
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

package amends.desktop.complaint;

import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/** A choice of one among some, each with its word; tells what people chose, not what it was set to. */
final class Choice<T> {
    private final JComboBox<T> box = new JComboBox<>();
    private List<T> offered = List.of();
    private boolean setting;

    Choice(Function<T, String> word, Consumer<T> chosen) {
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String shown = value == null ? "" : word.apply((T) value);
                return super.getListCellRendererComponent(list, shown, index, selected, focused);
            }
        });
        box.addActionListener(e -> {
            T now = box.getItemAt(box.getSelectedIndex());
            if (!setting && now != null) chosen.accept(now);
        });
    }

    JComboBox<T> box() {
        return box;
    }

    /** Offers these, and shows that one. */
    void show(List<T> all, T now) {
        setting = true;
        if (!all.equals(offered)) {
            offered = List.copyOf(all);
            var model = new DefaultComboBoxModel<T>();
            model.addAll(offered);
            box.setModel(model);
        }
        box.setSelectedItem(now);
        setting = false;
    }
}

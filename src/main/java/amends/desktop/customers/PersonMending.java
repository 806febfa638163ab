package amends.desktop.customers;

import amends.customer.Correcting.Standing;
import amends.customer.OutsideField;
import amends.customer.Portrait.NumberLabel;
import amends.desktop.look.Look;
import amends.kernel.PhoneNumber;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Where the profile of the one who is looked at is put right: a field with its reason, and the numbers. */
final class PersonMending {
    private final Look look;
    private final CustomersModel model;
    private final String homeRegion;
    private final JComboBox<OutsideField> field = new JComboBox<>(OutsideField.values());
    private final JTextField value = new JTextField();
    private final JTextField reason = new JTextField();
    private final JComboBox<Integer> number = new JComboBox<>();
    private final JComboBox<NumberLabel> label = new JComboBox<>(NumberLabel.values());
    private final JTextField another = new JTextField();
    private List<PhoneNumber> numbers = List.of();
    private Optional<Standing> shown = Optional.empty();

    PersonMending(Look look, CustomersModel model, String homeRegion) {
        this.look = look;
        this.model = model;
        this.homeRegion = homeRegion;
        named(field, "person.field");
        named(number, "person.number");
        named(label, "person.label");
        hinted(value, "person.value");
        hinted(reason, "person.reason");
        hinted(another, "person.another");
        worded(field, look.texts()::stateWord);
        worded(label, look.texts()::stateWord);
        worded(number, this::number);
        field.addActionListener(e -> shown.ifPresent(this::fill));
        reason.addActionListener(e -> correct());
        another.addActionListener(e -> add());
    }

    private void named(JComboBox<?> box, String key) {
        Look.named(box, key, look.get(key));
    }

    private void hinted(JTextField text, String key) {
        Look.named(text, key, look.get(key));
        text.putClientProperty("JTextField.placeholderText", look.get(key));
    }

    private static <T> void worded(JComboBox<T> box, Function<T, String> words) {
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object one, int index, boolean selected, boolean focused) {
                String word = one == null ? "" : words.apply((T) one);
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
    }

    private String number(Integer place) {
        if (place >= numbers.size()) return "";
        PhoneNumber one = numbers.get(place);
        String kind = shown.flatMap(standing -> standing.label(one))
                .map(look.texts()::stateWord)
                .orElse("");
        String main = place == 0 ? look.get("portrait.main") : "";
        return String.join(
                " ",
                java.util.stream.Stream.of(one.shownIn(homeRegion), kind, main)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** What is typed stays while it is the same customer as it stood. */
    void show(Standing standing) {
        if (shown.filter(standing::equals).isPresent()) return;
        shown = Optional.of(standing);
        numbers = standing.profile().numbers();
        number.removeAllItems();
        for (int place = 0; place < numbers.size(); place++) number.addItem(place);
        reason.setText("");
        another.setText("");
        fill(standing);
    }

    private void fill(Standing standing) {
        var which = (OutsideField) field.getSelectedItem();
        String now = standing.of(which);
        value.setText(
                which == OutsideField.TIER
                        ? look.texts().word(standing.profile().tier())
                        : now);
    }

    JPanel fields() {
        JPanel row = look.panel("insets 0, fillx, gap 8u", "[][grow 40,fill][grow 60,fill][]", "[]");
        row.add(field);
        row.add(value, "wmin 0");
        row.add(reason, "wmin 0");
        row.add(look.button("person.correct", look.get("person.correct"), "Alt+C", this::correct));
        return row;
    }

    void correct() {
        model.correct((OutsideField) field.getSelectedItem(), value.getText(), reason.getText());
    }

    JPanel numbers() {
        JPanel row = look.panel("insets 0, fillx, gap 8u", "[grow,fill][][][]", "[][]");
        row.add(number, "wmin 0");
        row.add(look.button("person.main", look.get("person.main"), "Alt+M", this::main));
        row.add(label);
        row.add(look.button("person.labelIt", look.get("person.labelIt"), "Alt+L", this::label), "growx, wrap");
        row.add(another, "span 3, growx, wmin 0");
        row.add(look.button("person.add", look.get("person.add"), "Enter", this::add), "growx");
        return row;
    }

    void main() {
        place(model::mainNumber);
    }

    void label() {
        place(place -> model.label(place, (NumberLabel) label.getSelectedItem()));
    }

    private void place(java.util.function.IntConsumer act) {
        if (number.getSelectedItem() instanceof Integer place) act.accept(place);
    }

    private void add() {
        model.addNumber(another.getText());
    }
}

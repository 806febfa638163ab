package amends.desktop.readiness;

import amends.desktop.look.Look;
import amends.readiness.Notice;
import amends.readiness.Notice.Audience;
import amends.readiness.Plan;
import amends.readiness.PlanMatch;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.JTextComponent;

/** The form of a plan; lists are typed with commas between. */
final class PlanForm {
    private final Look look;
    private final JPanel panel;
    private final JTextField title = new JTextField();
    private final JTextArea happened = new JTextArea();
    private final JTextField queues = new JTextField();
    private final JTextField words = new JTextField();
    private final JTextField regions = new JTextField();
    private final JTextField prefixes = new JTextField();
    private final JTextArea answer = new JTextArea();
    private final JTextField article = new JTextField();
    private final JTextField compensation = new JTextField();
    private final JTextArea notice = new JTextArea();
    private final JCheckBox advertises = new JCheckBox();
    private final JComboBox<Audience> audience = new JComboBox<>(Audience.values());
    private final JSpinner perMinute = new JSpinner(new SpinnerNumberModel(60, 1, Notice.MOST_A_MINUTE, 10));
    private final JSpinner most = new JSpinner(new SpinnerNumberModel(1000, 1, Notice.MOST_EVER, 100));
    private final JComboBox<LocalTime> from = new JComboBox<>(hours());
    private final JComboBox<LocalTime> until = new JComboBox<>(hours());

    PlanForm(Look look) {
        this.look = look;
        panel = look.panel("insets 0, fillx, wrap 4, gap 12u 6u", "[][grow,fill,sg f][][grow,fill,sg f]", "");
        advertises.setText(look.get("plan.advertises"));
        audience.setRenderer(words());
        wide("plan.title", title);
        wide("plan.happened", area(happened));
        pair("plan.queues", queues, "plan.words", words);
        pair("plan.regions", regions, "plan.prefixes", prefixes);
        wide("plan.answer", area(answer));
        pair("plan.article", article, "plan.compensation", compensation);
        wide("plan.notice", area(notice));
        pair("plan.audience", audience, "plan.perMinute", perMinute);
        pair("plan.most", most, "plan.from", from);
        typedIn(perMinute, "plan.perMinute");
        typedIn(most, "plan.most");
        panel.add(new javax.swing.JLabel());
        Look.named(advertises, "plan.advertises", look.get("plan.advertises"));
        panel.add(advertises, "wmin 0");
        add("plan.until", until, "");
        for (var list : List.of(queues, words, regions, prefixes))
            list.putClientProperty("JTextField.placeholderText", look.get("plan.commas"));
    }

    private DefaultListCellRenderer words() {
        return new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value == null ? "" : look.texts().word((Audience) value);
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        };
    }

    private static LocalTime[] hours() {
        var hours = new LocalTime[24];
        Arrays.setAll(hours, hour -> LocalTime.of(hour, 0));
        return hours;
    }

    /** The text inside a spinner is a control of its own: it is spoken by the same name. */
    private void typedIn(JSpinner spinner, String key) {
        var editor = (JSpinner.DefaultEditor) spinner.getEditor();
        Look.named(editor.getTextField(), key + ".text", look.get(key));
    }

    private void pair(String left, Component one, String right, Component other) {
        add(left, one, "");
        add(right, other, "");
    }

    private void wide(String key, Component field) {
        add(key, field, "span 3, wrap");
    }

    private void add(String key, Component field, String where) {
        var inner = field instanceof JScrollPane scroll
                ? (javax.swing.JComponent) scroll.getViewport().getView()
                : (javax.swing.JComponent) field;
        panel.add(look.label(look.get(key), inner));
        inner.setName(key);
        panel.add(field, (where.isEmpty() ? "" : where + ", ") + look.at("wmin 60u"));
    }

    private JScrollPane area(JTextArea area) {
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setRows(2);
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        var scroll = new JScrollPane(area);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    JPanel panel() {
        return panel;
    }

    void show(Plan plan, boolean mayWrite) {
        put(title, plan.title());
        put(happened, plan.happened());
        put(queues, joined(plan.match().queues()));
        put(words, joined(plan.match().words()));
        put(regions, joined(plan.match().regions()));
        put(prefixes, joined(plan.match().prefixes()));
        put(answer, plan.answer());
        put(article, plan.article());
        put(compensation, plan.compensation());
        put(notice, plan.notice().text());
        advertises.setSelected(plan.notice().advertises());
        audience.setSelectedItem(plan.notice().audience());
        perMinute.setValue(plan.notice().perMinute());
        most.setValue(plan.notice().most());
        from.setSelectedItem(plan.notice().from());
        until.setSelectedItem(plan.notice().until());
        for (var text :
                List.of(title, happened, queues, words, regions, prefixes, answer, article, compensation, notice))
            text.setEditable(mayWrite);
        for (var other : List.of(advertises, audience, perMinute, most, from, until)) other.setEnabled(mayWrite);
    }

    private static void put(JTextComponent field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.setCaretPosition(0);
        }
    }

    private static String joined(List<String> entries) {
        return String.join("，", entries);
    }

    /** What stands there now. */
    Plan read(Plan before) {
        return new Plan(
                before.id(),
                title.getText(),
                happened.getText(),
                new PlanMatch(list(queues), list(words), list(regions), list(prefixes)),
                answer.getText(),
                article.getText(),
                compensation.getText(),
                new Notice(
                        notice.getText(),
                        advertises.isSelected(),
                        (Audience) audience.getSelectedItem(),
                        (Integer) perMinute.getValue(),
                        (Integer) most.getValue(),
                        (LocalTime) from.getSelectedItem(),
                        (LocalTime) until.getSelectedItem()),
                before.state(),
                before.run(),
                before.version(),
                before.changedBy(),
                before.changed());
    }

    private static List<String> list(JTextField field) {
        return Arrays.stream(field.getText().split("[,，、;；]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    void focus() {
        title.requestFocusInWindow();
    }
}

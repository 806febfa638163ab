package amends.desktop.recovery;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.recovery.Severity;
import amends.telephony.CallId;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** The form of a complaint, in the place of the note and the profile: filled in, with the focus on what keeps it. */
public final class ComplaintView {
    private final Look look;
    private final ComplaintModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final TextLine about;
    private final TextLine promise;
    private final JTextArea what = new JTextArea();
    private final JTextField number = new JTextField();
    private final JComboBox<Severity> severity = new JComboBox<>(Severity.values());
    private final TextLine read;
    private final JCheckBox readBack;
    private final JCheckBox newMatter;
    private final Typed typedWhat;
    private final Typed typedNumber;
    private final KeyButton keep;
    private Optional<CallId> shown = Optional.empty();
    private boolean refreshing;

    public ComplaintView(Look look, ComplaintModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        panel = look.panel(
                "insets 0, fill, wrap 4, gap 12u 8u",
                "[][grow,fill][][grow,fill]",
                "[24u!][grow,fill][][24u!][24u!][24u!][36u!]");
        about = look.line("", "");
        promise = look.line("", "");
        read = look.line("", "quiet");
        readBack = check("complaint.readBack", "Ctrl+R", (call, now) -> model.readBack(call, now));
        newMatter = check("complaint.newMatter", "Ctrl+D", (call, now) -> model.newMatter(call, now));
        Look.named(what, "complaint.what", look.get("complaint.what"));
        what.setLineWrap(true);
        what.setWrapStyleWord(true);
        what.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        what.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        typedWhat = Typed.in(what, t -> shown.ifPresent(call -> model.typedWhat(call, t)));
        typedNumber = Typed.in(number, t -> shown.ifPresent(call -> model.typedNumber(call, t)));
        keep = look.button("complaint.keep", look.get("complaint.keep"), "Ctrl+Enter", this::keep);
        Look.styled(keep, "main");
        chooseSeverity();
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        panel.add(look.heading("complaint.title"), "wmin pref");
        panel.add(about, "span, wmin 0");
        var scroll = new JScrollPane(what);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        panel.add(scroll, look.at("span, grow, wmin 0, h 64u:120u:"));
        Look.named(number, "complaint.number", look.get("complaint.number"));
        Look.named(severity, "complaint.severity", look.get("complaint.severity"));
        panel.add(look.label(look.get("complaint.number"), number));
        panel.add(number, look.at("wmin 96u"));
        panel.add(look.label(look.get("complaint.severity"), severity));
        panel.add(severity, look.at("wmin 80u"));
        panel.add(promise, "span, wmin 0");
        panel.add(read, "span, wmin 0");
        JPanel checks = look.panel("insets 0, gap 16u 0", "", "");
        checks.add(readBack);
        checks.add(newMatter, "wmin 0");
        panel.add(checks, "span, wmin 0");
        JPanel buttons = look.panel("insets 0, gap 12u 0", "push[][]", "[grow,fill]");
        buttons.add(look.button("complaint.cancel", look.get("complaint.cancel"), "Esc", this::cancel));
        buttons.add(keep, look.at("wmin 160u"));
        panel.add(buttons, "span, growx");
    }

    private JCheckBox check(String key, String shortcut, BiConsumer<CallId, Boolean> act) {
        var check = Look.named(new JCheckBox(look.get(key) + "   " + shortcut), key, look.get(key));
        check.setOpaque(false);
        check.addActionListener(e -> shown.ifPresent(call -> act.accept(call, check.isSelected())));
        return check;
    }

    private void chooseSeverity() {
        severity.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value == null ? "" : look.texts().word((Severity) value);
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
        severity.addActionListener(e -> {
            if (!refreshing) shown.ifPresent(call -> model.choose(call, (Severity) severity.getSelectedItem()));
        });
    }

    public JPanel panel() {
        return panel;
    }

    public KeyButton keepButton() {
        return keep;
    }

    /** Brings what keeps the complaint into sight, with the focus. */
    public void focus() {
        keep.requestFocusInWindow();
        keep.scrollRectToVisible(new Rectangle(keep.getSize()));
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void keep() {
        shown.ifPresent(call -> {
            if (!model.keep(call)) number.requestFocusInWindow();
        });
    }

    private void cancel() {
        shown.ifPresent(model::cancel);
    }

    private void refresh() {
        shown.filter(model::isOpen).ifPresent(call -> {
            refreshing = true;
            typedWhat.show(model.what(call));
            typedNumber.show(model.number(call));
            severity.setSelectedItem(model.severity(call));
            refreshing = false;
            String queue = model.queue(call).isBlank() ? "" : look.get("complaint.queue", model.queue(call));
            about.setText(joined(model.name(call), queue));
            promise.setText(promised(call));
            read.setText(
                    look.get("complaint.read", model.owner(), DueWords.of(look, model.promised(call), time.now())));
            readBack.setSelected(model.isReadBack(call));
            newMatter.setSelected(model.isNewMatter(call));
            Look.shaded(promise, model.numberUnread(call) ? Shade.DANGER : Shade.QUIET);
        });
    }

    private String promised(CallId call) {
        if (model.numberUnread(call)) return look.get("profile.numberUnread");
        if (model.number(call).isBlank()) return look.get("complaint.noCallback");
        return look.get("complaint.promise", DueWords.of(look, model.promised(call), time.now()), model.owner());
    }

    private static String joined(String name, String queue) {
        return name.isBlank() || queue.isBlank() ? name + queue : name + "  ·  " + queue;
    }
}

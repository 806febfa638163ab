package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.desktop.recovery.DueWords;
import amends.promise.DueSuggesting.Suggestion;
import amends.promise.PromiseKind;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.promise.PromiseOwner;
import amends.telephony.CallId;
import java.awt.Component;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** The form of a promise, in the place of the note: filled in, with a time suggested and the focus on what is promised. */
public final class PromiseFormView {
    private final Look look;
    private final PromiseFormModel model;
    private final JPanel panel;
    private final TextLine about;
    private final TextLine verdict;
    private final TextLine why;
    private final Map<String, JToggleButton> kinds = new LinkedHashMap<>();
    private final Map<JTextField, Typed> fields = new LinkedHashMap<>();
    private final JTextField what = field("promise.what", PromiseFormModel::typed);
    private final JTextField amount = field("promise.amount", PromiseFormModel::typedAmount);
    private final JTextField number = field("promise.number", PromiseFormModel::typedNumber);
    private final JTextField due = field("promise.due", PromiseFormModel::typedDue);
    private final JComboBox<PromiseOwner> owner = new JComboBox<>();
    private final JCheckBox receipt;
    private final KeyButton instead;
    private final KeyButton keep;
    private Optional<CallId> shown = Optional.empty();
    private boolean refreshing;

    private interface Typing {
        void typed(PromiseFormModel model, CallId call, String text);
    }

    public PromiseFormView(Look look, PromiseFormModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel(
                "insets 0, fillx, wrap 4, gap 12u 8u",
                "[][grow,fill][][grow,fill]",
                "[24u!][32u!][][][][20u!][20u!]push[36u!]");
        about = look.line("", "");
        verdict = Look.named(look.line("", "strong"), "promise.verdict", "");
        why = look.line("", "quiet");
        receipt =
                Look.named(new JCheckBox(look.get("promise.receipt")), "promise.receipt", look.get("promise.receipt"));
        receipt.setOpaque(false);
        receipt.addActionListener(e -> act(call -> model.receipt(call, receipt.isSelected())));
        instead = look.button("promise.instead", look.get("promise.instead"), "Alt+T", () -> act(model::takeInstead));
        keep = look.button("promise.keep", look.get("promise.keep"), "Ctrl+Enter", this::keep);
        Look.styled(keep, "main");
        chooseOwner();
        lay();
        key("alt T", () -> act(model::takeInstead));
        Follow.models(panel, this::refresh, model);
    }

    private JTextField field(String key, Typing typing) {
        var field = new JTextField();
        fields.put(field, null);
        field.putClientProperty("promise.key", key);
        field.putClientProperty("promise.typing", typing);
        return field;
    }

    private void lay() {
        fields.keySet().forEach(field -> {
            String key = (String) field.getClientProperty("promise.key");
            var typing = (Typing) field.getClientProperty("promise.typing");
            Look.named(field, key, look.get(key));
            fields.put(field, Typed.in(field, text -> act(call -> typing.typed(model, call, text))));
        });
        panel.add(look.heading("promise.title"), "wmin pref");
        panel.add(about, "span, wmin 0");
        panel.add(kindRow(), "span, growx, wmin 0");
        panel.add(look.label(look.get("promise.what"), what));
        panel.add(what, "span, growx, wmin 0");
        pair("promise.due", due);
        pair("promise.owner", Look.named(owner, "promise.owner", look.get("promise.owner")));
        pair("promise.amount", amount);
        pair("promise.number", number);
        panel.add(verdict, "span, wmin 0");
        panel.add(why, "span, wmin 0");
        JPanel buttons = look.panel("insets 0, gap 12u 0", "[]push[][][]", "[grow,fill]");
        buttons.add(receipt);
        buttons.add(instead);
        buttons.add(look.button("promise.cancel", look.get("complaint.cancel"), "Esc", () -> act(model::cancel)));
        buttons.add(keep, look.at("wmin 150u"));
        panel.add(buttons, "span, growx");
    }

    private void pair(String key, JComponent field) {
        panel.add(look.label(look.get(key), field));
        panel.add(field, look.at("wmin 88u"));
    }

    private JPanel kindRow() {
        JPanel row = look.panel("insets 0, gap 6u 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        for (PromiseKind kind : model.kinds()) {
            String name = kind.names().in(look.texts().language().locale());
            String keyed = name + "  " + (kinds.size() + 1);
            var choice = Look.named(new JToggleButton(keyed), "promise.kind." + kind.code(), name);
            choice.setToolTipText("Alt+" + (kinds.size() + 1));
            choice.addActionListener(e -> act(call -> model.choose(call, kind)));
            key("alt " + (kinds.size() + 1), choice::doClick);
            group.add(choice);
            kinds.put(kind.code(), choice);
            row.add(choice, "wmin 0");
        }
        return row;
    }

    private void key(String stroke, Runnable act) {
        panel.registerKeyboardAction(
                e -> act.run(), KeyStroke.getKeyStroke(stroke), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    }

    private void chooseOwner() {
        owner.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value == null ? "" : model.names().owner(look, (PromiseOwner) value);
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
        owner.addActionListener(e -> {
            if (!refreshing) act(call -> model.choose(call, (PromiseOwner) owner.getSelectedItem()));
        });
    }

    private void act(Consumer<CallId> act) {
        shown.ifPresent(act);
    }

    public JPanel panel() {
        return panel;
    }

    public KeyButton keepButton() {
        return keep;
    }

    /** Comes into sight; the focus goes to what is promised, or to what keeps it where that is known. */
    public void focus() {
        (what.getText().isBlank() ? what : keep).requestFocusInWindow();
        panel.scrollRectToVisible(new Rectangle(panel.getSize()));
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void keep() {
        act(call -> {
            if (!model.keep(call)) wrong(call).requestFocusInWindow();
        });
    }

    private JTextComponent wrong(CallId call) {
        Optional<FormMistake> mistake = model.mistake(call);
        if (mistake.isPresent())
            return switch (mistake.get()) {
                case DUE_UNREAD -> due;
                case AMOUNT_UNREAD -> amount;
                case NUMBER_UNREAD -> number;
            };
        return switch (model.refusal(call).orElseThrow().reason()) {
            case NOTHING_SAID, NOT_ALLOWED, NO_SUCH_KIND -> what;
            case NO_AMOUNT, OVER_AUTHORITY -> amount;
            case TO_NOBODY -> number;
            case NOBODY_OWNS, IN_THE_PAST, NOT_WORKING_TIME, TOO_SOON, TOO_FAR -> due;
        };
    }

    private void refresh() {
        shown.filter(model::isOpen).ifPresent(call -> {
            refreshing = true;
            PromiseForm form = model.form(call);
            show(what, form.what);
            show(amount, form.amount);
            show(number, form.number);
            show(due, form.due);
            amount.setEnabled(PromiseFormModel.takesMoney(form));
            kinds.get(form.kind.code()).setSelected(true);
            owners(form);
            receipt.setSelected(form.receipt);
            about.setText(model.name(call));
            tell(call);
            refreshing = false;
        });
    }

    private void show(JTextField field, String text) {
        fields.get(field).show(text);
    }

    private void owners(PromiseForm form) {
        List<PromiseOwner> wanted = model.owners();
        if (owner.getItemCount() != wanted.size())
            owner.setModel(new DefaultComboBoxModel<>(wanted.toArray(PromiseOwner[]::new)));
        owner.setSelectedItem(form.owner);
    }

    /** What would be promised, or why that would be empty; below it, why this time is suggested. */
    private void tell(CallId call) {
        Optional<FormMistake> mistake = model.mistake(call);
        Optional<Refused> refused = model.refusal(call);
        boolean wrong = mistake.isPresent() || refused.isPresent();
        verdict.setText(mistake.map(look.texts()::word)
                .or(() -> refused.map(this::words))
                .orElseGet(() -> promised(call)));
        Look.shaded(
                verdict, wrong && scolded(call, mistake, refused) ? Shade.DANGER : wrong ? Shade.HOLD : Shade.READY);
        why.setText(reasons(model.suggestion(call)));
        why.setToolTipText(look.get("promise.whyLong"));
    }

    /** What was filled in wrongly is told in red at once, what is not filled in yet only when it was to be kept. */
    private boolean scolded(CallId call, Optional<FormMistake> mistake, Optional<Refused> refused) {
        return model.isTried(call)
                || mistake.isPresent()
                || refused.filter(r -> r.time().isPresent() || r.most().isPresent())
                        .isPresent();
    }

    private String promised(CallId call) {
        String by = DueWords.of(look, model.due(call).orElseThrow(), model.now());
        return look.get("promise.by", by, model.names().owner(look, model.form(call).owner));
    }

    private String words(Refused refused) {
        String word = look.texts().word(refused.reason());
        return word
                + refused.time()
                        .map(t -> look.get("promise.rather", DueWords.of(look, t, model.now())))
                        .orElse("")
                + refused.most()
                        .map(m -> look.get(
                                "promise.atMost",
                                m.shown(look.texts().language().locale())))
                        .orElse("");
    }

    private String reasons(Suggestion suggestion) {
        String by = DueWords.of(look, suggestion.due(), model.now());
        String takes = hours(suggestion.takes());
        String margin = hours(suggestion.margin());
        return suggestion.cases() == 0
                ? look.get("promise.whyUsual", by, takes, margin)
                : look.get("promise.why", by, suggestion.cases(), takes, margin);
    }

    private String hours(java.time.Duration length) {
        if (length.toMinutes() < 90) return look.get("promise.minutes", Math.max(1, length.toMinutes()));
        return look.get(
                "promise.hours", "%.1f".formatted(length.toMinutes() / 60.0).replaceAll("[.,]0$", ""));
    }
}

package amends.desktop.complaint;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Typed;
import amends.recovery.Business;
import amends.recovery.Cause;
import amends.recovery.Expectation;
import amends.recovery.HandlingUnit;
import amends.recovery.Severity;
import amends.staff.StaffMember;
import java.awt.KeyboardFocusManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** What is filled in for a deed, below the buttons; there only while one is being done. */
final class DeedFormView {
    private static final List<Integer> SCORES = List.of(1, 2, 3, 4, 5);
    private final Look look;
    private final ComplaintsModel model;
    private final ComplaintWords says;
    private final JPanel panel;
    private final JPanel fields;
    private final JTextArea words = new JTextArea();
    private final Typed typed;
    private Optional<DeedForm> shown = Optional.empty();

    DeedFormView(Look look, ComplaintsModel model, ComplaintWords says) {
        this.look = look;
        this.model = model;
        this.says = says;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "");
        String across = look.textPercent() > 125 ? "[][grow,fill]" : "[][grow,fill][][grow,fill]";
        fields = look.panel("insets 0, fillx, gap 12u 6u, wrap " + (across.length() > 20 ? 4 : 2), across, "");
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        words.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        typed = Typed.in(words, text -> model.form().ifPresent(form -> form.words = text));
        Follow.models(panel, this::refresh, model);
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        if (model.form().equals(shown)) return;
        shown = model.form();
        panel.removeAll();
        fields.removeAll();
        shown.ifPresent(this::draw);
        panel.setVisible(shown.isPresent());
        panel.revalidate();
        panel.repaint();
    }

    private void draw(DeedForm form) {
        panel.add(look.line(look.texts().word(form.deed), "strong"), "wmin 0");
        if (form.deed == Deed.READ_BACK)
            panel.add(look.paragraph(says.readBack(model.detail().orElseThrow().complaint()), ""), "wmin 0, hmin pref");
        fields(form);
        if (fields.getComponentCount() > 0) panel.add(fields, "wmin 0");
        if (form.deed.takesWords()) panel.add(words(form), look.at("h 64u:88u:, wmin 0"));
        JPanel buttons = look.panel("insets 0, gap 12u 0", "push[][]", "[grow,fill]");
        buttons.add(look.button("deed.cancel", look.get("complaint.cancel"), "Esc", model::cancel));
        buttons.add(Look.styled(look.button("deed.keep", look.get("deed.keep"), "Ctrl+Enter", model::keep), "main"));
        panel.add(buttons, "growx");
        first(form).requestFocusInWindow();
    }

    private JComponent first(DeedForm form) {
        return form.deed.takesWords() ? words : panel;
    }

    private JComponent words(DeedForm form) {
        Look.named(words, "deed.words", look.get(form.deed.needsWords() ? "deed.wordsNeeded" : "deed.words"));
        typed.show(form.words);
        var scroll = new JScrollPane(words);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    private void fields(DeedForm form) {
        switch (form.deed) {
            case ASSESS -> assess(form);
            case DISPATCH -> unit(form);
            case HAND_OVER -> to(form);
            case ASK -> ask(form);
            case RATE -> rate(form);
            default -> {}
        }
    }

    private void assess(DeedForm form) {
        var causes = new Choice<String>(says::cause, key -> form.cause = key);
        causes.show(model.scheme().leaves().stream().map(Cause::key).toList(), form.cause);
        field("deed.cause", causes.box(), "span");
        var severities = new Choice<Severity>(look.texts()::word, s -> form.severity = s);
        severities.show(List.of(Severity.values()), form.severity);
        field("deed.severity", severities.box(), "");
        var expectations = new Choice<Expectation>(look.texts()::word, e -> form.expectation = e);
        expectations.show(List.of(Expectation.values()), form.expectation);
        field("deed.expectation", expectations.box(), "");
        var businesses = new Choice<String>(says::business, key -> form.business = key);
        businesses.show(withNone(model.scheme().businesses().stream().map(Business::key)), form.business);
        field("deed.business", businesses.box(), "");
        var units = new Choice<String>(says::unit, key -> form.unit = key);
        units.show(withNone(model.scheme().units().stream().map(HandlingUnit::key)), form.unit);
        field("deed.unit", units.box(), "");
        check("deed.hard", form.hard, now -> form.hard = now);
    }

    private static List<String> withNone(Stream<String> keys) {
        return Stream.concat(Stream.of(""), keys).toList();
    }

    private void unit(DeedForm form) {
        var units = new Choice<String>(says::unit, key -> form.unit = key);
        units.show(model.scheme().units().stream().map(HandlingUnit::key).toList(), form.unit);
        field("deed.unit", units.box(), "span");
    }

    private void to(DeedForm form) {
        var people = new Choice<UUID>(this::name, id -> form.to = Optional.of(id));
        people.show(model.colleagues().stream().map(StaffMember::id).toList(), form.to.orElse(null));
        field("deed.to", people.box(), "span");
    }

    private String name(UUID id) {
        return model.colleagues().stream()
                .filter(m -> m.id().equals(id))
                .map(m -> m.name() + " · "
                        + String.join(
                                "/",
                                m.roles().stream()
                                        .sorted()
                                        .map(look.texts()::word)
                                        .toList()))
                .findFirst()
                .orElse("");
    }

    private void ask(DeedForm form) {
        check("deed.held", form.held, now -> form.held = now);
    }

    private void rate(DeedForm form) {
        score("deed.timely", form.timely, s -> form.timely = s);
        score("deed.reasonable", form.reasonable, s -> form.reasonable = s);
        score("deed.fair", form.fair, s -> form.fair = s);
    }

    private void score(String key, int now, Consumer<Integer> chosen) {
        var scores = new Choice<Integer>(look.texts()::score, chosen);
        scores.show(SCORES, now);
        field(key, scores.box(), "");
    }

    private void field(String key, JComponent field, String at) {
        field.setName(key);
        fields.add(look.label(look.get(key), field));
        fields.add(field, "wmin 0" + (at.isEmpty() ? "" : ", " + at));
    }

    private void check(String key, boolean now, Consumer<Boolean> chosen) {
        var check = Look.named(new JCheckBox(look.get(key), now), key, look.get(key));
        check.setOpaque(false);
        check.addActionListener(e -> chosen.accept(check.isSelected()));
        fields.add(check, "span, wmin 0");
    }
}

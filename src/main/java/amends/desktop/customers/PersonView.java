package amends.desktop.customers;

import amends.customer.CustomerOffice.Way;
import amends.customer.CustomerProfile;
import amends.customer.PersonalRecord;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** The person who is looked at: all that is kept, merged ones, what was written; erased, once it was asked twice. */
final class PersonView {
    private final Look look;
    private final CustomersModel model;
    private final Timekeeper time;
    private final String homeRegion;
    private final JPanel panel;
    private final JTextField why = new JTextField();
    private final JTextField subject = new JTextField();
    private final JTextField text = new JTextField();
    private final JComboBox<Way> way = new JComboBox<>(Way.values());
    private final JCheckBox complaint = new JCheckBox();
    private final PersonMending mending;
    private final Map<KeyStroke, Runnable> acts = new HashMap<>();
    private List<Object> drawn = List.of();

    PersonView(Look look, CustomersModel model, Timekeeper time, String homeRegion) {
        this.look = look;
        this.model = model;
        this.time = time;
        this.homeRegion = homeRegion;
        Look.named(why, "person.why", look.get("person.why"));
        why.putClientProperty("JTextField.placeholderText", look.get("person.why"));
        Look.named(subject, "person.subject", look.get("person.subject"));
        subject.putClientProperty("JTextField.placeholderText", look.get("person.subject"));
        Look.named(text, "person.text", look.get("person.text"));
        text.putClientProperty("JTextField.placeholderText", look.get("person.text"));
        Look.named(way, "person.way", look.get("person.way"));
        way.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public java.awt.Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                return super.getListCellRendererComponent(
                        list, look.texts().stateWord((Way) value), index, selected, focused);
            }
        });
        Look.named(complaint, "person.complaint", look.get("person.complaint"));
        complaint.setText(look.get("person.complaint"));
        complaint.setMnemonic('K');
        mending = new PersonMending(look, model, homeRegion);
        panel = look.panel("insets 0, fill", "[grow,fill]", "[grow,fill]");
        acts.put(KeyStroke.getKeyStroke("alt E"), this::keep);
        if (model.may(Permission.CHANGE_CUSTOMER)) {
            acts.put(KeyStroke.getKeyStroke("alt C"), mending::correct);
            acts.put(KeyStroke.getKeyStroke("alt M"), mending::main);
            acts.put(KeyStroke.getKeyStroke("alt L"), mending::label);
        }
        if (model.may(Permission.SHOW_PERSON)) {
            acts.put(KeyStroke.getKeyStroke("alt S"), model::show);
            acts.put(KeyStroke.getKeyStroke("alt F"), this::save);
        }
        if (model.may(Permission.ERASE_PERSON)) {
            acts.put(KeyStroke.getKeyStroke("alt X"), model::beginErasing);
            acts.put(KeyStroke.getKeyStroke("alt R"), this::erase);
            acts.put(KeyStroke.getKeyStroke("alt Q"), model::leaveErasing);
        }
        if (model.may(Permission.MERGE_CUSTOMERS)) acts.put(KeyStroke.getKeyStroke("alt Z"), this::separate);
        Follow.models(panel, this::refresh, model);
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        List<Object> now = List.of(
                model.standing(), model.records(), model.merged(), model.open(), model.erasing(), model.chosen());
        if (now.equals(drawn)) return;
        drawn = now;
        panel.removeAll();
        JPanel inner =
                model.profile().map(this::person).orElseGet(() -> EmptyState.of(look, Glyph.PERSON, "person.none"));
        panel.add(inner, "wmin 0, hmin 0");
        panel.revalidate();
        panel.repaint();
    }

    private JPanel person(CustomerProfile profile) {
        JPanel all = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[][][][][][][][][grow,fill]");
        all.add(look.line(profile.name().isEmpty() ? look.get("person.nameless") : profile.name(), "name"), "wmin 0");
        String numbers = profile.numbers().stream()
                .map(number -> number.shownIn(homeRegion))
                .collect(Collectors.joining("  "));
        all.add(
                look.line(String.join("  ", look.texts().word(profile.tier()), profile.region(), numbers), "quiet"),
                "wmin 0");
        for (var merge : model.merged()) {
            JPanel row = look.panel("insets 0, fillx, gap 8u", "[grow,fill][]", "[]");
            row.add(look.line(look.get("person.merged", look.texts().moment(merge.at(), time.now())), ""), "wmin 0");
            row.add(look.button("person.separate", look.get("person.separate"), "Alt+Z", () -> model.separate(merge)));
            all.add(row, "wmin 0");
        }
        if (model.may(Permission.CHANGE_CUSTOMER)) {
            model.standing().ifPresent(mending::show);
            all.add(mending.fields(), "wmin 0");
            all.add(mending.numbers(), "wmin 0");
        }
        all.add(letter(), "wmin 0");
        all.add(model.erasing() ? erasing() : acts(), "wmin 0");
        all.add(
                look.line(
                        model.records().isEmpty()
                                ? ""
                                : look.get("person.kept", model.records().size()),
                        "quiet"),
                "wmin 0");
        all.add(look.scroll(records(model.records())), "wmin 0, hmin 0");
        return all;
    }

    private JPanel letter() {
        JPanel row = look.panel("insets 0, fillx, wrap 3, gap 8u", "[][grow,fill][fill]", "[][]");
        row.add(way);
        row.add(subject, "wmin 0");
        row.add(complaint);
        row.add(text, "span 2, grow, wmin 0");
        row.add(look.button("person.keep", look.get("person.keep"), "Alt+E", this::keep));
        return row;
    }

    private void keep() {
        model.keep((Way) way.getSelectedItem(), subject.getText(), text.getText(), complaint.isSelected());
        subject.setText("");
        text.setText("");
        complaint.setSelected(false);
    }

    /** Never without having asked. */
    private void erase() {
        if (model.erasing()) model.erase(why.getText());
    }

    private void separate() {
        model.merged().stream().findFirst().ifPresent(model::separate);
    }

    /** The keys of what is shown. @return whether it was one of them */
    boolean pressed(KeyStroke key) {
        if (model.profile().isEmpty()) return false;
        Runnable act = acts.get(key);
        if (act != null) act.run();
        return act != null;
    }

    private void save() {
        if (model.records().isEmpty()) return;
        model.save(
                List.of(look.get("person.kind"), look.get("person.when"), look.get("person.facts")),
                Words.rows(look, model.records()));
    }

    private JPanel acts() {
        JPanel row = look.panel("insets 0, gap 8u", "", "[]");
        if (model.may(Permission.SHOW_PERSON)) {
            row.add(look.button("person.show", look.get("person.show"), "Alt+S", model::show));
            var save = look.button("person.save", look.get("person.save"), "Alt+F", this::save);
            save.setEnabled(!model.records().isEmpty());
            row.add(save);
        }
        if (model.may(Permission.ERASE_PERSON))
            row.add(look.button("person.erase", look.get("person.erase"), "Alt+X", model::beginErasing));
        return row;
    }

    private JPanel erasing() {
        JPanel box = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "");
        box.add(Look.shaded(look.line(look.get("person.surely"), "strong"), Shade.DANGER), "wmin 0");
        for (PersonalRecord record : model.open())
            box.add(look.line("• " + Words.kind(look, record) + "  " + Words.facts(look, record), ""), "wmin 0");
        JPanel row = look.panel("insets 0, fillx, gap 8u", "[grow,fill][][]", "[]");
        row.add(why, "wmin 0");
        String erase = look.get(model.open().isEmpty() ? "person.erase" : "person.eraseAll");
        row.add(look.button("person.eraseNow", erase, "Alt+R", this::erase));
        row.add(look.button("person.leave", look.get("customers.cancel"), "Alt+Q", model::leaveErasing));
        box.add(row, "wmin 0");
        return box;
    }

    private JPanel records(List<PersonalRecord> records) {
        JPanel list = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        String kind = "";
        for (PersonalRecord record : records) {
            String named = Words.kind(look, record);
            if (!named.equals(kind)) list.add(look.line(named, "quiet strong"), look.at("wmin 0, gaptop 8u"));
            kind = named;
            String at = record.at()
                    .map(moment -> look.texts().moment(moment, time.now()) + "  ")
                    .orElse("");
            list.add(look.paragraph(at + Words.facts(look, record), ""), "wmin 0");
        }
        return list;
    }
}

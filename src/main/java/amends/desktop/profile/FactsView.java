package amends.desktop.profile;

import amends.customer.FullProfile;
import amends.customer.FullProfile.ShownNumber;
import amends.customer.Occasion;
import amends.customer.Portrait.Channel;
import amends.customer.Portrait.JourneyStage;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.desktop.profile.PortraitForm.Field;
import amends.kernel.PhoneNumber;
import java.awt.Component;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What is known of the customer, to be mended where it is wrong. */
final class FactsView {
    private final Look look;
    private final PortraitModel model;
    private final JPanel panel;
    private final TextLine numbers;
    private final TextLine near;
    private final Map<Field, Typed> typed = new EnumMap<>(Field.class);
    private final JComboBox<Channel> channel;
    private final JComboBox<JourneyStage> stage;
    private boolean showing;

    FactsView(Look look, PortraitModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, gap 8u 6u, hidemode 3", "[][grow,fill]12u[][grow,fill]", "");
        numbers = Look.named(look.line("", ""), "portrait.numbers", "");
        near = Look.named(look.line("", "strong"), "portrait.near", "");
        TextLine word = look.line(look.get("portrait.numbers"), "quiet");
        panel.add(word);
        panel.add(numbers, "span 3, growx, wmin 0, wrap");
        panel.add(near, "skip 1, span 3, growx, wmin 0, wrap");
        field(Field.SEGMENT, "portrait.segment", 1, "");
        field(Field.LANGUAGE, "portrait.language", 1, "wrap");
        field(Field.BIRTHDAY, "portrait.birthday", 1, "");
        stage = choice("portrait.stage", JourneyStage.values(), s -> model.chosen(s));
        panel.add(look.label(look.get("portrait.stage"), stage));
        panel.add(stage, "growx, wmin 0, wrap");
        field(Field.DAYS, "portrait.days", 3, "wrap");
        field(Field.PRODUCTS, "portrait.products", 3, "wrap");
        field(Field.HABITS, "portrait.habits", 3, "wrap");
        field(Field.INTERESTS, "portrait.interests", 3, "wrap");
        channel = choice("portrait.channel", Channel.values(), c -> model.chosen(Optional.ofNullable(c)));
        panel.add(look.label(look.get("portrait.channel"), channel));
        panel.add(channel, "growx, wmin 0");
        field(Field.HOURS, "portrait.hours", 1, "wrap");
    }

    JPanel panel() {
        return panel;
    }

    private void field(Field field, String key, int span, String more) {
        var text = new JTextField();
        text.setName(key);
        typed.put(field, Typed.in(text, t -> {
            if (!showing) model.typed(field, t);
        }));
        text.addActionListener(e -> model.save());
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) model.save();
            }
        });
        panel.add(look.label(look.get(key), text));
        panel.add(text, "span " + span + ", growx, wmin 0" + (more.isEmpty() ? "" : ", " + more));
    }

    /** The first choice is: not known. */
    private <E extends Enum<E>> JComboBox<E> choice(String key, E[] values, java.util.function.Consumer<E> chosen) {
        var box = new JComboBox<E>();
        box.addItem(null);
        for (E value : values) box.addItem(value);
        box.setName(key);
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value instanceof Enum<?> e ? look.texts().stateWord(e) : "–";
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
        box.addActionListener(e -> {
            if (showing) return;
            chosen.accept(box.getItemAt(box.getSelectedIndex()));
            model.save();
        });
        return box;
    }

    void refresh() {
        showing = true;
        model.form().ifPresent(form -> {
            typed.forEach((field, text) -> text.show(form.text(field)));
            channel.setSelectedItem(form.channel().orElse(null));
            stage.setSelectedItem(form.stage().orElse(null));
        });
        showing = false;
        numbers.setText(model.shown().map(this::numbers).orElse(""));
        String days = model.shown().map(this::near).orElse("");
        near.setText(days);
        near.setVisible(!days.isEmpty());
        Look.shaded(near, Shade.ACCENT);
    }

    private String numbers(FullProfile profile) {
        return profile.numbers().stream().map(this::number).collect(Collectors.joining("   "));
    }

    private String number(ShownNumber number) {
        String text = number.isMasked() ? number.text() : new PhoneNumber(number.text()).shownIn(model.homeRegion());
        String label = number.label().map(look.texts()::stateWord).orElse("");
        String main = number.place() == 0 ? look.get("portrait.main") : "";
        return String.join(" ", CallerWords.present(text, label, main));
    }

    private String near(FullProfile profile) {
        List<Occasion> near = profile.near();
        return near.stream()
                .map(o -> {
                    String what = o.name().isBlank() ? look.texts().stateWord(o.kind()) : o.name();
                    long days = o.daysUntil(profile.today());
                    return days == 0 ? look.get("portrait.today", what) : look.get("portrait.inDays", what, days);
                })
                .collect(Collectors.joining("  ·  "));
    }
}

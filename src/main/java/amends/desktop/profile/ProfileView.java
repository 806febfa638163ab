package amends.desktop.profile;

import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.desktop.profile.ProfileForm.Field;
import amends.desktop.profile.ProfileForm.Keeping;
import amends.telephony.CallId;
import java.awt.Component;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What is known of the caller, to be filled in and mended while talking. Keeps itself; says in one line whether. */
public final class ProfileView {
    private final Look look;
    private final ProfileModel model;
    private final JPanel panel;
    private final Map<Field, Typed> typed = new EnumMap<>(Field.class);
    private final JComboBox<Tier> tier = new JComboBox<>(Tier.values());
    private final JTextField number;
    private final TextLine result;
    private final KeyButton again;
    private Optional<CallId> shown = Optional.empty();
    private boolean showing;

    public ProfileView(Look look, ProfileModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel(
                "insets 0, fillx, gap 8u 8u, hidemode 3",
                "[][grow 50,fill,sg f]16u[][grow 50,fill,sg f]",
                "[24u!][32u!][32u!][32u!]");
        result = Look.named(look.line("", "quiet"), "profile.result", "");
        again = look.button("profile.again", look.get("profile.again"), "", this::save);
        panel.add(headRow(), "cell 0 0 4 1, growx, wmin 0");
        addField(Field.NAME, 0, 1, 1);
        addTier(2, 1);
        addField(Field.REGION, 0, 2, 1);
        number = addField(Field.NUMBER, 2, 2, 1);
        addField(Field.NOTE, 0, 3, 3);
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private JPanel headRow() {
        JPanel row = look.panel("insets 0, fillx, gap 8u 0, hidemode 3", "[]push[shrinkprio 200][]", "[24u!]");
        row.add(look.heading("profile.title"));
        row.add(result, "wmin 0");
        row.add(again);
        return row;
    }

    private JTextField addField(Field field, int column, int row, int span) {
        var text = new JTextField();
        String key = "profile." + field.name().toLowerCase(Locale.ROOT);
        text.setName(key);
        typed.put(field, Typed.in(text, t -> typed(field, t)));
        text.addActionListener(e -> save());
        panel.add(look.label(look.get(key), text), "cell " + column + " " + row);
        panel.add(text, "cell %d %d %d 1, growx, wmin 0".formatted(column + 1, row, span));
        return text;
    }

    private void addTier(int column, int row) {
        tier.setName("profile.tier");
        tier.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value instanceof Tier t ? look.texts().word(t) : "";
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
        tier.addActionListener(e -> {
            if (!showing) shown.ifPresent(call -> model.chosen(call, (Tier) tier.getSelectedItem()));
        });
        panel.add(look.label(look.get("profile.tier"), tier), "cell " + column + " " + row);
        panel.add(tier, "cell %d %d, growx, wmin 0".formatted(column + 1, row));
    }

    private void typed(Field field, String text) {
        shown.ifPresent(call -> model.typed(call, field, text));
    }

    private void save() {
        shown.ifPresent(model::save);
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        shown.ifPresent(call -> {
            ProfileForm form = model.form(call);
            typed.forEach((field, text) -> {
                if (field != Field.NUMBER) text.show(form.text(field));
            });
            showing = true;
            if (!tier.isPopupVisible()) tier.setSelectedItem(form.tier());
            showing = false;
            showNumber(call, form);
            showResult(form);
        });
    }

    /** A number is asked for only where the caller showed none. */
    private void showNumber(CallId call, ProfileForm form) {
        Optional<String> own = model.of(call).flatMap(this::ownNumber);
        number.setEditable(own.isEmpty());
        number.setFocusable(own.isEmpty());
        typed.get(Field.NUMBER).show(own.orElseGet(() -> form.text(Field.NUMBER)));
    }

    private Optional<String> ownNumber(PopState state) {
        return switch (state) {
            case PopState.Known k
            when !k.profile().numbers().isEmpty() ->
                Optional.of(k.profile().numbers().getFirst().shownIn(model.homeRegion()));
            case PopState.Unknown u -> u.number().map(n -> n.shownIn(model.homeRegion()));
            default -> Optional.empty();
        };
    }

    private void showResult(ProfileForm form) {
        Keeping keeping = form.keeping();
        boolean bad = keeping == Keeping.UNAVAILABLE
                || keeping == Keeping.CHANGED_MEANWHILE
                || form.numberUnread(model.homeRegion());
        result.setText(resultText(form));
        Look.shaded(result, bad ? Shade.HOLD : Shade.QUIET);
        again.setVisible(keeping == Keeping.CHANGED_MEANWHILE);
    }

    private String resultText(ProfileForm form) {
        if (form.numberUnread(model.homeRegion())) return look.get("profile.numberUnread");
        return switch (form.keeping()) {
            case SAVED ->
                look.get(
                        "profile.saved",
                        form.savedAt().map(look.texts()::timeOfDay).orElse(""));
            default -> look.texts().word(form.keeping());
        };
    }
}

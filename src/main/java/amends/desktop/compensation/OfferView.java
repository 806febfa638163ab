package amends.desktop.compensation;

import amends.compensation.FailureKind;
import amends.compensation.Offer;
import amends.compensation.OfferList;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.recovery.Severity;
import amends.telephony.CallId;
import java.awt.Component;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;

/** What may be given, in the place of the note and the profile: the best first and chosen, the focus on what gives it. */
public final class OfferView {
    /** Beyond this size of text the lift of each offer has no room beside it; the chosen one's stands below. */
    private static final int LARGE = 125;

    private final Look look;
    private final OfferModel model;
    private final OfferWords words;
    private final JPanel panel;
    private final JPanel rows;
    private final JTextArea remark;
    private final JTextArea why;
    private final KeyButton give;
    private final JComboBox<Optional<FailureKind>> kinds = new JComboBox<>();
    private final JComboBox<Severity> severity = new JComboBox<>(Severity.values());
    private Optional<CallId> shown = Optional.empty();
    private List<Offer> drawn = List.of();
    private List<FailureKind> known = List.of();
    private boolean refreshing;

    public OfferView(Look look, OfferModel model) {
        this.look = look;
        this.model = model;
        words = new OfferWords(look);
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0 6u, hidemode 3", "[grow,fill]", "[28u!][][grow,fill][][36u!]");
        rows = look.panel("insets 0, fillx, wrap 4, gap 12u 2u", "[grow,fill][right][right][]", "");
        remark = Look.named(look.paragraph("", ""), "offer.remark", look.get("offer.title"));
        why = Look.named(look.paragraph("", "quiet"), "offer.why", look.get("offer.whyTitle"));
        give = look.button("offer.give", look.get("offer.give"), "Ctrl+Enter", () -> shown.ifPresent(model::give));
        Look.styled(give, "main");
        panel.add(head(), "wmin 0");
        panel.add(remark, look.at("wmin 0, growx, h " + (look.textPercent() > LARGE ? 40 : 20) + "u!"));
        panel.add(ScrollBox.around(look, rows), look.at("grow, wmin 0, hmin 48u"));
        panel.add(why, look.at("wmin 0, growx, h " + (look.textPercent() > LARGE ? 57 : 38) + "u!"));
        JPanel buttons = look.panel("insets 0, gap 12u 0", "push[][]", "[grow,fill]");
        buttons.add(
                look.button("offer.cancel", look.get("complaint.cancel"), "Esc", () -> shown.ifPresent(model::cancel)));
        buttons.add(give, look.at("wmin 160u"));
        panel.add(buttons, "growx");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel head() {
        JPanel head = look.panel("insets 0, fill, gap 8u 0, hidemode 3", "[]push[][]", "[grow,fill]");
        Look.named(kinds, "offer.kind", look.get("offer.for"));
        Look.named(severity, "offer.severity", look.get("complaint.severity"));
        kinds.setRenderer(worded(v -> ((Optional<?>) v)
                .map(k -> words.kind((FailureKind) k))
                .orElseGet(() ->
                        shown.map(c -> look.get("offer.owed", model.owed(c))).orElse(""))));
        severity.setRenderer(worded(v -> look.texts().word((Severity) v)));
        kinds.addActionListener(e -> state());
        severity.addActionListener(e -> state());
        head.add(look.heading("offer.title"), "wmin pref");
        head.add(kinds, look.at("wmin 120u"));
        head.add(severity, look.at("wmin 80u"));
        return head;
    }

    private static DefaultListCellRenderer worded(Function<Object, String> word) {
        return new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String text = value == null ? "" : word.apply(value);
                return super.getListCellRendererComponent(list, text, index, selected, focused);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private void state() {
        if (refreshing || kinds.getSelectedItem() == null) return;
        var kind = (Optional<FailureKind>) kinds.getSelectedItem();
        shown.ifPresent(call -> model.state(call, kind, (Severity) severity.getSelectedItem()));
    }

    public JPanel panel() {
        return panel;
    }

    public KeyButton giveButton() {
        return give;
    }

    public void focus() {
        give.requestFocusInWindow();
        give.scrollRectToVisible(new Rectangle(give.getSize()));
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        shown.filter(model::isOpen).ifPresent(call -> {
            refreshing = true;
            fill(call);
            refreshing = false;
            draw(call);
            remark.setText(remark(call));
            Optional<Offer> chosen = model.chosenOffer(call);
            why.setText(chosen.map(o -> words.lift(o) + look.get("offer.and") + words.why(o))
                    .orElse(""));
            give.setEnabled(chosen.isPresent());
            boolean asks = chosen.filter(o -> model.approvals(call, o) > 0).isPresent();
            give.setText(look.get(asks ? "offer.ask" : "offer.give"));
        });
    }

    private void fill(CallId call) {
        List<FailureKind> now = model.kinds(call);
        if (!now.equals(known) || kinds.getItemCount() == 0) {
            known = now;
            var items = new DefaultComboBoxModel<Optional<FailureKind>>();
            items.addElement(Optional.empty());
            now.forEach(kind -> items.addElement(Optional.of(kind)));
            kinds.setModel(items);
        }
        kinds.setSelectedItem(model.kind(call));
        severity.setSelectedItem(model.severity(call));
        severity.setVisible(model.kind(call).isPresent());
    }

    private String remark(CallId call) {
        return switch (model.standing(call)) {
            case LOOKING -> look.get("offer.looking");
            case AWAY -> look.get("offer.away");
            case KNOWN -> {
                Optional<OfferList> list = model.list(call);
                if (list.isEmpty()) yield look.get("offer.nothingOwed");
                if (list.get().row().isEmpty()) yield look.get("offer.apology");
                if (list.get().offers().isEmpty()) yield look.get("offer.impossible");
                yield look.get("offer.floor", list.get().floor().orElseThrow().shown(words.language()));
            }
        };
    }

    private void draw(CallId call) {
        List<Offer> offers = model.offers(call);
        if (!offers.equals(drawn)) {
            drawn = offers;
            rows.removeAll();
            var group = new ButtonGroup();
            for (int i = 0; i < offers.size(); i++) add(call, offers.get(i), i, group);
            rows.revalidate();
            rows.repaint();
        }
        if (model.chosen(call) * 4 < rows.getComponentCount())
            ((JRadioButton) rows.getComponent(model.chosen(call) * 4)).setSelected(true);
    }

    private void add(CallId call, Offer offer, int place, ButtonGroup group) {
        var radio = new JRadioButton((place < 9 ? (place + 1) + "  " : "") + words.name(offer));
        Look.named(radio, "offer." + place, words.name(offer) + " " + words.value(offer));
        radio.setOpaque(false);
        radio.setToolTipText(words.why(offer));
        radio.addActionListener(e -> model.choose(call, place));
        group.add(radio);
        int approvals = model.approvals(call, offer);
        var standing = figure(
                look.get(approvals == 0 ? "offer.alone" : approvals == 1 ? "offer.needsOne" : "offer.needsTwo"),
                approvals == 0 ? "quiet" : "");
        if (approvals > 0) Look.shaded(standing, Shade.HOLD);
        rows.add(radio, "wmin 0");
        rows.add(figure(words.value(offer), "strong"));
        rows.add(look.line(look.textPercent() > LARGE ? "" : words.lift(offer), "quiet"));
        rows.add(standing);
    }

    private TextLine figure(String text, String styles) {
        TextLine figure = look.figure(styles);
        figure.setText(text);
        return figure;
    }
}

package amends.desktop.profile;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.Entitlement;
import amends.customer.FullProfile;
import amends.customer.Need;
import amends.desktop.look.Look;
import amends.desktop.look.Pill;
import amends.desktop.look.Shade;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What the customer wants, agreed to, and is entitled to. */
final class PromisedView {
    private static final int MOST_NEEDS = 6;
    private static final int LONGEST = 300;
    private final Look look;
    private final PortraitModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel needs;
    private final JPanel consents;
    private final JPanel entitled;
    private final JTextField need = new JTextField();
    private final JTextField words = new JTextField();

    PromisedView(Look look, PortraitModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        panel = look.panel("insets 0, fillx, gap 24u 12u", "[0:50%:,grow,fill]24u[0:50%:,grow,fill]", "[top][top]");
        needs = look.panel("insets 0, fillx, wrap 3, gap 8u 4u", "[][grow,fill][]", "");
        consents = look.panel("insets 0, fillx, wrap 3, gap 8u 4u", "[][grow,fill][]", "");
        entitled = look.panel("insets 0, fillx, wrap 2, gap 8u 4u", "[grow,fill][]", "");
        JPanel left = column();
        left.add(look.heading("need.title"), "wmin 0");
        left.add(needs, "growx, wmin 0");
        left.add(needLine(), "growx, wmin 0");
        JPanel right = column();
        right.add(look.heading("entitled.title"), "wmin 0");
        right.add(entitled, "growx, wmin 0");
        JPanel below = column();
        below.add(look.heading("consent.title"), "wmin 0");
        below.add(consents, "growx, wmin 0");
        below.add(consentLine(), "growx, wmin 0");
        panel.add(left, "wmin 0");
        panel.add(right, "wmin 0, wrap");
        panel.add(below, "span 2, wmin 0");
    }

    private JPanel column() {
        return look.panel("insets 0, fillx, wrap 1, gap 0 6u", "[grow,fill]", "");
    }

    JPanel panel() {
        return panel;
    }

    private JPanel needLine() {
        Look.named(need, "need.words", look.get("need.words"));
        JPanel row = look.panel("insets 0, fillx, gap 8u 0", "[grow,fill][][]", "[32u!]");
        row.add(need, "growx, wmin 0");
        row.add(look.button("need.explicit", look.get("need.explicit"), "", () -> note(Need.Kind.EXPLICIT)));
        row.add(look.button("need.implicit", look.get("need.implicit"), "", () -> note(Need.Kind.IMPLICIT)));
        need.addActionListener(e -> note(Need.Kind.EXPLICIT));
        return row;
    }

    private void note(Need.Kind kind) {
        model.need(kind, need.getText());
        need.setText("");
    }

    private JPanel consentLine() {
        Look.named(words, "consent.words", look.get("consent.words"));
        JPanel row = look.panel("insets 0, fillx, gap 8u 0", "[][grow,fill]", "[32u!]");
        row.add(look.label(look.get("consent.words"), words));
        row.add(words, "growx, wmin 0");
        return row;
    }

    void show(Optional<FullProfile> profile) {
        needs.removeAll();
        consents.removeAll();
        entitled.removeAll();
        profile.ifPresent(this::fill);
    }

    private void fill(FullProfile profile) {
        profile.needs().stream().limit(MOST_NEEDS).forEach(this::add);
        if (profile.needs().isEmpty()) needs.add(look.line(look.get("need.none"), "quiet"), "span, wmin 0");
        for (ConsentPurpose purpose : ConsentPurpose.values()) add(purpose, profile.consents());
        profile.entitlements().forEach(this::add);
        if (profile.entitlements().isEmpty()) entitled.add(look.line(look.get("entitled.none"), "quiet"), "span");
    }

    private void add(Need one) {
        var kind = new Pill(look);
        kind.show(look.texts().stateWord(one.kind()), one.kind() == Need.Kind.EXPLICIT ? Shade.ACCENT : Shade.QUIET);
        needs.add(kind);
        needs.add(look.line(PlainText.line(one.words(), LONGEST), ""), "wmin 0");
        needs.add(look.line(look.texts().moment(one.at(), time.now()), "quiet"));
    }

    private void add(ConsentPurpose purpose, List<Consent> all) {
        Instant now = time.now();
        Optional<Consent> last =
                all.stream().filter(c -> c.purpose() == purpose).findFirst();
        Optional<Consent> holding = all.stream()
                .filter(c -> c.purpose() == purpose && c.holdsAt(now))
                .findFirst();
        consents.add(look.line(look.texts().word(purpose), ""));
        var state = look.line(holding.or(() -> last).map(this::said).orElse(look.get("consent.none")), "quiet");
        holding.or(() -> last).ifPresent(c -> state.setToolTipText(proof(c)));
        consents.add(state, "wmin 0");
        String name = "consent." + purpose;
        if (holding.isPresent())
            consents.add(look.button(name, look.get("consent.withdraw"), "", () -> withdraw(purpose)));
        else consents.add(look.button(name, look.get("consent.give"), "", () -> give(purpose)));
    }

    private String said(Consent consent) {
        Instant now = time.now();
        if (consent.holdsAt(now)) return look.get("consent.given", look.texts().day(consent.given()), proof(consent));
        return consent.withdrawn()
                .map(w -> look.get("consent.withdrawn", look.texts().day(w.at())))
                .orElse(look.get("consent.expired"));
    }

    private static String proof(Consent consent) {
        return PlainText.line(consent.proof(), LONGEST);
    }

    private void give(ConsentPurpose purpose) {
        model.agree(purpose, words.getText());
        words.setText("");
    }

    private void withdraw(ConsentPurpose purpose) {
        model.withdraw(purpose, words.getText());
        words.setText("");
    }

    private void add(Entitlement one) {
        entitled.add(look.line(one.words().in(look.texts().language().locale()), ""), "wmin 0");
        if (one.mayBeTold()) {
            entitled.add(look.line("", ""));
            return;
        }
        var mark = new Pill(look);
        mark.show(look.get("entitled.secret"), Shade.HOLD);
        entitled.add(mark);
    }
}

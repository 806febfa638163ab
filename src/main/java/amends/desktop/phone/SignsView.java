package amends.desktop.phone;

import amends.acd.GuestSeen;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import java.util.Optional;
import javax.swing.JPanel;

/** Under the call at hand: which lead is in it, else what is to be said of how the two speak. One line, always in its place. */
final class SignsView {
    private final Look look;
    private final PhoneModel phone;
    private final TextLine sign;
    private final JPanel panel;

    SignsView(Look look, PhoneModel phone) {
        this.look = look;
        this.phone = phone;
        sign = Look.named(look.line("", ""), "phone.sign", "");
        panel = look.panel("insets 0, fillx", "[grow,fill]", "[20u!]");
        panel.add(sign, "wmin 0");
        Follow.models(panel, this::refresh, phone);
    }

    JPanel panel() {
        return panel;
    }

    private String words(GuestSeen lead) {
        return switch (lead.mode()) {
            case LISTEN -> look.get("phone.guest.listens", lead.lead());
            case WHISPER -> look.get("phone.guest.whispers", lead.lead());
            case BARGE -> look.get("phone.guest.joined", lead.lead());
            case INTERCEPT -> look.get("phone.guest.takes", lead.lead());
        };
    }

    private Optional<String> byItself() {
        return Optional.of(look.get("phone.byItself")).filter(words -> phone.answeredByItself());
    }

    private void refresh() {
        Optional<String> lead = phone.guest().map(this::words);
        String text = lead.or(this::byItself)
                .or(() -> phone.hint().map(look.texts()::word))
                .orElse("");
        if (!sign.getText().equals(text)) sign.setText(text);
        Look.shaded(sign, lead.isPresent() ? Shade.TALK : Shade.QUIET);
        panel.setVisible(phone.talking());
    }
}

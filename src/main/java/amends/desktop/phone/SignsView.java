package amends.desktop.phone;

import amends.acd.GuestSeen;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import javax.swing.JPanel;

/** Under the call at hand: which lead is in it. */
final class SignsView {
    private final Look look;
    private final PhoneModel phone;
    private final TextLine guest;
    private final JPanel panel;

    SignsView(Look look, PhoneModel phone) {
        this.look = look;
        this.phone = phone;
        guest = Look.named(look.line("", "strong"), "phone.guest", "");
        Look.shaded(guest, Shade.TALK);
        panel = look.panel("insets 0, fillx", "[grow,fill]", "[20u!]");
        panel.add(guest, "wmin 0");
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

    private void refresh() {
        String text = phone.guest().map(this::words).orElse("");
        if (!guest.getText().equals(text)) guest.setText(text);
        panel.setVisible(!text.isEmpty());
    }
}

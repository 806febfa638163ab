package amends.desktop.shell;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.profile.ProfileView;
import amends.desktop.recovery.ComplaintView;
import amends.desktop.wrapup.NotesView;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Where the agent writes in a call: note and profile, or in their place the form of a complaint. */
final class WritingView {
    private final DeskModels models;
    private final NotesView notes;
    private final ProfileView profile;
    private final ComplaintView complaint;
    private final KeyButton complain;
    private final JPanel cards = new JPanel(new CardLayout());
    private Optional<CallId> shown = Optional.empty();
    private boolean open;

    /** @param complains told when the agent wants to write a complaint */
    WritingView(Look look, DeskModels models, Consumer<CallId> complains) {
        this.models = models;
        complain = look.button("complaint.open", look.get("complaint.open"), "F9", () -> shown.ifPresent(complains));
        notes = new NotesView(look, models.notes(), complain);
        profile = new ProfileView(look, models.profile());
        complaint = new ComplaintView(look, models.complaints(), models.time());
        JPanel usual = look.panel("insets 0, fill, wrap 1, gap 0 12u", "[grow,fill]", "[grow,fill][]");
        usual.add(notes.panel(), look.at("wmin 0, hmin 112u"));
        usual.add(profile.panel(), "wmin 0");
        cards.setOpaque(false);
        cards.add(usual, "usual");
        cards.add(complaint.panel(), "complaint");
        Follow.models(cards, this::refresh, models.complaints());
    }

    JPanel panel() {
        return cards;
    }

    /** @param mayComplain whether somebody is or was talked to */
    void show(CallId call, boolean mayComplain) {
        shown = Optional.of(call);
        complain.setEnabled(mayComplain);
        notes.show(call);
        profile.show(call);
        complaint.show(call);
        refresh();
    }

    /** What Enter does while the form is open. */
    Optional<JButton> keepButton() {
        return shown.filter(models.complaints()::isOpen).map(call -> complaint.keepButton());
    }

    /** The focus goes to what keeps the complaint, and back to the note. */
    private void refresh() {
        complain.setVisible(shown.filter(models.complaints()::mayOpen).isPresent());
        boolean now = shown.filter(models.complaints()::isOpen).isPresent();
        if (now == open) return;
        open = now;
        ((CardLayout) cards.getLayout()).show(cards, open ? "complaint" : "usual");
        if (open) complaint.focus();
        else Places.named(cards, "notes.text").requestFocusInWindow();
    }
}

package amends.desktop.shell;

import amends.desktop.compensation.OfferView;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.profile.ProfileView;
import amends.desktop.promise.PromiseFormView;
import amends.desktop.recovery.ComplaintView;
import amends.desktop.report.SimilarCases;
import amends.desktop.wrapup.NotesView;
import amends.telephony.CallId;
import java.awt.CardLayout;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Where the agent writes in a call: note and profile, or in their place the form of a complaint. */
final class WritingView {
    private static final String USUAL = "usual";
    private final DeskModels models;
    private final NotesView notes;
    private final ProfileView profile;
    private final ComplaintView complaint;
    private final KeyButton complain;
    private final KeyButton promises;
    private final PromiseFormView promise;
    private final KeyButton offers;
    private final OfferView offer;
    private final JPanel cards = new JPanel(new CardLayout());
    private Optional<CallId> shown = Optional.empty();
    private String open = USUAL;

    /**
     * @param complains told when the agent wants to write a complaint @param promising when they want to promise
     * @param offering when they want to see what may be given
     */
    WritingView(
            Look look,
            DeskModels models,
            Consumer<CallId> complains,
            Consumer<CallId> promising,
            Consumer<CallId> offering) {
        this.models = models;
        complain = look.button("complaint.open", look.get("complaint.open"), "F9", () -> shown.ifPresent(complains));
        promises = look.button("promise.open", look.get("promise.open"), "F10", () -> shown.ifPresent(promising));
        offers = look.button("offer.open", look.get("offer.open"), "Ctrl+O", () -> shown.ifPresent(offering));
        JPanel acts = look.panel("insets 0, gap 8u 0, hidemode 3", "[][][]", "[28u!]");
        acts.add(complain, look.at("h 28u!"));
        acts.add(promises, look.at("h 28u!"));
        acts.add(offers, look.at("h 28u!"));
        notes = new NotesView(look, models.notes(), acts);
        profile = new ProfileView(look, models.profile());
        complaint = new ComplaintView(look, models.complaints(), models.time());
        promise = new PromiseFormView(look, models.promising());
        offer = new OfferView(look, models.offers());
        JPanel usual = look.panel("insets 0, fill, wrap 1, gap 0 12u, hidemode 3", "[grow,fill]", "[grow,fill][]");
        usual.add(notes.panel(), look.at("wmin 0, hmin 112u"));
        usual.add(profile.panel(), "wmin 0");
        cards.setOpaque(false);
        cards.add(usual, "usual");
        cards.add(withCases(look), "complaint");
        cards.add(promise.panel(), "promise");
        cards.add(offer.panel(), "offer");
        Follow.models(cards, this::refresh, models.complaints(), models.promising(), models.offers());
    }

    /** The form, and below it what put the like right before. */
    private JPanel withCases(Look look) {
        JPanel form = look.panel("insets 0, fill, wrap 1, gap 0 4u", "[grow,fill]", "[grow,fill][]");
        form.add(complaint.panel(), "wmin 0, hmin 0");
        models.cases().ifPresent(cases -> form.add(new SimilarCases(look, cases).panel(), "wmin 0"));
        return form;
    }

    JPanel panel() {
        return cards;
    }

    /** @param mayComplain whether somebody is or was talked to */
    void show(CallId call, boolean mayComplain) {
        shown = Optional.of(call);
        complain.setEnabled(mayComplain);
        promises.setEnabled(mayComplain);
        offers.setEnabled(mayComplain);
        notes.show(call);
        profile.show(call);
        complaint.show(call);
        promise.show(call);
        offer.show(call);
        refresh();
    }

    /** What Enter does while the form is open. */
    Optional<JButton> keepButton() {
        return switch (form()) {
            case "complaint" -> Optional.of(complaint.keepButton());
            case "promise" -> Optional.of(promise.keepButton());
            case "offer" -> Optional.of(offer.giveButton());
            default -> Optional.empty();
        };
    }

    /** The focus goes to what keeps the complaint, and back to the note. */
    private void refresh() {
        complain.setVisible(shown.filter(models.complaints()::mayOpen).isPresent());
        promises.setVisible(models.promising().mayOpen());
        offers.setVisible(models.offers().mayGive());
        String now = form();
        if (now.equals(open)) return;
        open = now;
        ((CardLayout) cards.getLayout()).show(cards, open);
        switch (open) {
            case "complaint" -> complaint.focus();
            case "promise" -> promise.focus();
            case "offer" -> offer.focus();
            default -> Places.named(cards, "notes.text").requestFocusInWindow();
        }
    }

    /** What is open in the place of note and profile; a complaint comes before a promise. */
    private String form() {
        if (shown.filter(models.complaints()::isOpen).isPresent()) return "complaint";
        if (shown.filter(models.promising()::isOpen).isPresent()) return "promise";
        return shown.filter(models.offers()::isOpen).isPresent() ? "offer" : USUAL;
    }
}

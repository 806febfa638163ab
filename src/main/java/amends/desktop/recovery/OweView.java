package amends.desktop.recovery;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RoundedBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.profile.ProfileModel;
import amends.kernel.Timekeeper;
import amends.recovery.Balance;
import amends.recovery.Failure;
import amends.recovery.Owed;
import amends.recovery.Severity;
import amends.telephony.Call;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/**
 * What we owe the caller: the one box with a border in the middle of the window. The line, what to say for it, and the
 * way to settle it; every part keeps its place whatever is owed.
 */
public final class OweView {
    private final Look look;
    private final OweModel model;
    private final ProfileModel profiles;
    private final OweWords words;
    private final JPanel panel;
    private final TextLine line;
    private final TextLine more;
    private final JTextArea apology;
    private final KeyButton settle;
    private final KeyButton evidence;
    private final EvidenceWords facts;
    private Optional<Call> shown = Optional.empty();

    public OweView(Look look, OweModel model, ProfileModel profiles, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.profiles = profiles;
        words = new OweWords(look, time);
        line = Look.named(look.line("", "strong"), "owe.line", "");
        line.setIconTextGap(look.px(8));
        more = look.figure("strong");
        apology = Look.named(look.paragraph("", ""), "owe.apology", look.get("owe.apology"));
        settle = look.button("owe.settle", look.get("owe.settle"), "Ctrl+J", this::settle);
        evidence = look.button("owe.evidence", look.get("owe.evidence"), "Ctrl+Shift+J", this::evidence);
        facts = new EvidenceWords(look, time);
        panel = new RoundedBox(look, "insets 6u 16u 6u 16u, fillx, gap 8u 2u", "[grow,fill,shrinkprio 200][][]");
        panel.add(look.heading("owe.title"), "wmin pref");
        panel.add(evidence, look.at("h 26u!, wmin " + evidence.leastWidth()));
        panel.add(settle, look.at("h 26u!, wmin " + settle.leastWidth() + ", wrap"));
        panel.add(lineAndMore(), look.at("span, wmin 0, h 20u!, wrap"));
        panel.add(apology, look.at("span, wmin 0, growx, h " + (look.textPercent() > 125 ? 57 : 38) + "u!"));
        Follow.models(panel, this::refresh, model, profiles);
    }

    private JPanel lineAndMore() {
        JPanel pair = look.panel("insets 0, gap 4u 0", "[shrinkprio 200][]push", "[grow]");
        pair.add(line, "wmin 0");
        pair.add(more);
        return pair;
    }

    public JPanel panel() {
        return panel;
    }

    public void show(Call call) {
        shown = Optional.of(call);
        refresh();
    }

    /** Opens the choice of what was done, where there is something to settle. */
    public void settle() {
        if (!settle.isEnabled() || !settle.isShowing()) return;
        shown.map(Call::id).ifPresent(call -> new SettleMenu(look, model, words, call).show(settle));
    }

    /** Opens what shows that we owe. */
    public void evidence() {
        if (!evidence.isEnabled() || !evidence.isShowing()) return;
        shown.map(Call::id).ifPresent(call -> new EvidenceMenu(look, model, words, facts, call).show(evidence));
    }

    private void refresh() {
        shown.ifPresent(call -> {
            model.prepareEvidence(call.id());
            Optional<Owed> owed = model.of(call.id());
            Balance balance = model.balance(call.id());
            put(balance.isEmpty() ? instead(owed) : words.line(balance, call.id()));
            more.setText(words.more(balance));
            line.setIcon(balance.worst().map(this::mark).orElse(null));
            apology.setText(
                    words.apology(balance, profiles.name(call.id()), call.id()).orElseGet(() -> hint(owed)));
            evidence.setEnabled(!balance.isEmpty());
            settle.setEnabled(!balance.isEmpty() && call.answered().isPresent() && model.maySettle());
        });
    }

    private void put(String text) {
        if (!line.getText().equals(text)) line.setText(text);
    }

    /** What stands in the line when nothing is owed, as far as is known. */
    private String instead(Optional<Owed> owed) {
        return switch (owed.map(Owed::standing).orElse(Owed.Standing.KNOWN)) {
            case LOOKING -> look.get("owe.looking");
            case UNAVAILABLE -> look.get("owe.unavailable");
            case KNOWN -> settledHere(owed) > 0 ? look.get("owe.settled", settledHere(owed)) : look.get("owe.none");
        };
    }

    private String hint(Optional<Owed> owed) {
        boolean nothing = owed.filter(o -> o.standing() == Owed.Standing.KNOWN).isPresent() && settledHere(owed) == 0;
        return nothing ? look.get("owe.ask") : "";
    }

    private static int settledHere(Optional<Owed> owed) {
        return owed.map(Owed::settled).orElse(0);
    }

    private StateMark mark(Failure worst) {
        return mark(look, worst.severity());
    }

    /** The shape and the colour of a severity; its word stands beside it. */
    public static StateMark mark(Look look, Severity severity) {
        return switch (severity) {
            case MINOR -> new StateMark(StateMark.Shape.RING, Shade.QUIET, look.px(12));
            case MODERATE -> new StateMark(StateMark.Shape.WEDGE, Shade.HOLD, look.px(12));
            case SEVERE -> new StateMark(StateMark.Shape.WARNING, Shade.DANGER, look.px(12));
        };
    }
}

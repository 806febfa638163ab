package amends.desktop.speak;

import amends.desktop.look.Look;
import amends.personality.Estimate;
import amends.personality.Objection;
import amends.personality.Reason;
import amends.telephony.CallId;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;

/** What an estimate rests on, who thinks otherwise, and the way to say so. */
final class EvidenceMenu {
    private static final int MOST_REASONS = 6;
    private static final int MOST_OBJECTIONS = 3;
    private final Look look;
    private final SpeakModel model;
    private final SpeakWords words;
    private final CallId call;
    private final JPopupMenu menu = new JPopupMenu();

    EvidenceMenu(Look look, SpeakModel model, SpeakWords words, CallId call) {
        this.look = look;
        this.model = model;
        this.words = words;
        this.call = call;
        JPanel facts = look.panel("insets 8u 12u 8u 12u, wrap 2, gap 24u 4u", "[grow,fill][]", "");
        model.shown(call).ifPresent(shown -> reasons(facts, shown));
        model.of(call).ifPresent(i -> objections(facts, i.objections()));
        facts.add(look.line(look.get("speak.caution"), "quiet"), look.at("span, gaptop 4u"));
        facts.setBorder(BorderFactory.createEmptyBorder());
        Look.named(facts, "speak.evidence", look.get("speak.title"));
        menu.add(facts);
        if (model.mayObject(call)) object();
    }

    private void reasons(JPanel facts, Estimate.Shown shown) {
        facts.add(
                look.line(
                        look.get("speak.rests", look.texts().word(shown.type()), shown.percent(), shown.observations()),
                        "strong"),
                "span");
        for (Reason reason : shown.reasons().stream().limit(MOST_REASONS).toList()) {
            facts.add(look.line(words.reason(reason), ""));
            facts.add(look.line(words.towards(reason), "quiet"));
        }
    }

    private void objections(JPanel facts, List<Objection> objections) {
        objections.stream()
                .limit(MOST_OBJECTIONS)
                .forEach(o -> facts.add(look.line(words.objection(o, model.nameOf(call, o.who())), ""), "span"));
    }

    private void object() {
        menu.addSeparator();
        String other =
                model.shown(call).map(s -> look.texts().word(s.type().other())).orElse("");
        var otherwise = new JMenu(look.get("speak.object", other));
        for (String reason : List.of(
                look.get("speak.heardOtherwise"),
                look.get("speak.anotherSpoke"),
                look.get("speak.hadCause"),
                look.get("speak.longAgo"))) {
            var item = new JMenuItem(reason);
            item.addActionListener(e -> model.object(call, reason));
            otherwise.add(item);
        }
        menu.add(otherwise);
    }

    void show(JComponent below) {
        menu.show(below, 0, below.getHeight());
    }
}

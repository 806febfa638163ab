package amends.desktop.phone;

import amends.desktop.agent.AgentModel;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.profile.CallerWords;
import amends.desktop.profile.ProfileModel;
import amends.telephony.Call;
import java.awt.Insets;
import java.util.List;
import javax.swing.JPanel;

/** The calls besides the one at hand: held ones, and one that rings meanwhile. */
final class OtherCallsView {
    private final Look look;
    private final PhoneModel phone;
    private final CallerWords words;
    private final JPanel panel;
    private List<Call> shown = List.of();

    OtherCallsView(Look look, PhoneModel phone, AgentModel agent, ProfileModel profiles) {
        this.look = look;
        this.phone = phone;
        words = new CallerWords(look, profiles, agent);
        panel = look.panel("insets 0, fillx, wrap 2, gap 8u 4u", "[grow,fill][]", "");
        Follow.models(panel, this::refresh, phone, profiles);
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        List<Call> now = phone.others();
        panel.setVisible(!now.isEmpty());
        if (now.equals(shown)) return;
        shown = now;
        panel.removeAll();
        now.forEach(this::add);
        panel.revalidate();
        panel.repaint();
    }

    private void add(Call call) {
        CallFace face = CallFace.of(call, look.texts());
        TextLine line = look.line(words.name(call), "strong");
        line.setIcon(new StateMark(face.shape(), face.shade(), look.px(10)));
        line.setIconTextGap(look.px(8));
        boolean rings = PhoneModel.isRinging(call);
        boolean together = call.marks().inConference();
        boolean next = !rings && shown.getFirst() == call;
        String act = look.get(rings ? "phone.answer" : "phone.retrieve");
        var button =
                look.button("phone.other", act, rings ? "F2" : next ? "Ctrl+F7" : "", () -> phone.switchTo(call.id()));
        if (rings) Look.styled(button, "answer");
        var word = Look.shaded(look.line(face.word(), ""), rings ? Shade.READY : face.shade());
        if (rings) {
            ringing(line, word, button);
            return;
        }
        panel.add(line, together ? "span, wmin 0" : "wmin 0");
        if (!together) panel.add(button);
        panel.add(word, "span, wmin 0");
    }

    /** Who calls has a line of its own: a number that is cut says nothing. */
    private void ringing(TextLine line, TextLine word, KeyButton answer) {
        JPanel who = look.panel("insets 0, fillx, gap 8u 0", "[grow,fill][]", "");
        who.add(line, "wmin 0");
        who.add(word);
        KeyButton refuse = look.button("phone.refuse", look.get("phone.reject"), "Ctrl+F3", phone::rejectWaiting);
        for (KeyButton half : List.of(answer, refuse)) half.setMargin(new Insets(4, 3, 4, 3));
        JPanel acts = look.panel("insets 0, fillx, gap 4u 0", "[grow,fill][grow,fill]", "");
        acts.add(answer, "wmin 0");
        acts.add(refuse, "wmin 0");
        panel.add(who, "span, growx, wmin 0");
        panel.add(acts, "span, growx, wmin 0");
    }
}

package amends.desktop.phone;

import amends.acd.AnswerRules;
import amends.desktop.agent.AgentModel;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.desktop.profile.CallerWords;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.OwedMark;
import amends.telephony.Call;
import amends.telephony.ConnectionState;
import java.awt.Insets;
import java.util.Optional;
import javax.swing.JPanel;

/** The call at hand: who, how long, and the buttons that fit; each line and button has its place in every state. */
public final class CallView {
    private final Look look;
    private final PhoneModel phone;
    private final CallerWords words;
    private final JPanel panel;
    private final TextLine state;
    private final TextLine timer;
    private final TextLine name;
    private final OwedMark owed;
    private final TextLine number;
    private final TextLine standing;
    private final TextLine queue;
    private final TextLine line;
    private final KeyButton answer;
    private final KeyButton mute;
    private final KeyButton hold;
    private final KeyButton hangUp;

    CallView(Look look, PhoneModel phone, AgentModel agent, ProfileModel profiles, OwedMark.Source owed) {
        this.look = look;
        this.phone = phone;
        words = new CallerWords(look, profiles, agent);
        state = look.line("", "strong");
        timer = look.figure("emphasis");
        name = Look.named(look.line("", "emphasis"), "phone.name", "");
        this.owed = new OwedMark(look, owed);
        number = look.line("", "quiet");
        standing = look.line("", "quiet");
        queue = look.line("", "quiet");
        line = Look.named(look.line("", "quiet"), "phone.quality", "");
        answer = look.glyph(look.button("phone.answer", look.get("phone.answer"), "F2", phone::answer), Glyph.ANSWER);
        Look.styled(answer, "answer");
        mute = look.glyph(look.button("phone.mute", "", "F6", phone::toggleMute), Glyph.MUTE);
        hold = look.glyph(look.button("phone.hold", "", "F7", phone::toggleHold), Glyph.HOLD);
        hangUp = look.glyph(look.button("phone.hangUp", "", "F3", phone::hangUp), Glyph.HANG_UP);
        panel = look.panel(
                "insets 0, fillx, hidemode 3, gap 8u 4u",
                "[grow,fill,shrinkprio 50][shrinkprio 200]",
                "[24u!][24u!][20u!][20u!][20u!]8u[40u!]8u[36u!]");
        lay();
        Follow.models(panel, this::refresh, phone, agent, profiles, owed.model());
    }

    private void lay() {
        for (KeyButton half : new KeyButton[] {mute, hold}) {
            // At 100 %: the theme itself scales a button's margin and gap.
            half.setMargin(new Insets(4, 3, 4, 3));
            half.setIconTextGap(3);
        }
        state.setIconTextGap(look.px(8));
        String whole = "span, growx, wmin 0, wrap";
        panel.add(state, "wmin 0");
        panel.add(timer, "alignx right, wrap");
        panel.add(name, "wmin 0");
        panel.add(owed, "hidemode 0, alignx right, wmin pref, wrap");
        panel.add(number, "wmin 0");
        panel.add(line, "hidemode 0, alignx right, wmin 0, wrap");
        panel.add(standing, whole);
        panel.add(queue, whole);
        panel.add(answer, look.at("cell 0 5, span 2, growx, h 40u!"));
        panel.add(mute, "cell 0 5, span 2, growx, wmin 0, sg half");
        panel.add(hold, "cell 0 5, growx, wmin 0, sg half");
        panel.add(hangUp, look.at("cell 0 6, span 2, growx, h 36u!"));
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        Optional<Call> call = phone.primary();
        call.ifPresentOrElse(this::show, this::showNone);
        boolean ringing = call.filter(PhoneModel::isRinging).isPresent();
        boolean talking = call.filter(c -> c.answered().isPresent()).isPresent();
        answer.setVisible(ringing);
        mute.setVisible(talking);
        hold.setVisible(talking);
        hangUp.setVisible(call.isPresent());
    }

    private void show(Call call) {
        CallFace face = CallFace.of(call, look.texts());
        boolean ringing = PhoneModel.isRinging(call);
        boolean dimmed = ringing && phone.elapsed(call).toMillis() / 500 % 2 == 1;
        var shape = ringing && !dimmed ? StateMark.Shape.FULL : face.shape();
        state.setIcon(new StateMark(shape, face.shade(), look.px(12)));
        put(state, face.word());
        Look.shaded(state, face.shade());
        put(timer, Texts.clock(phone.elapsed(call)));
        put(name, words.name(call));
        owed.show(call.id());
        put(number, words.name(call).equals(words.number(call)) ? "" : words.number(call));
        put(standing, words.standing(call));
        put(queue, words.queue(call));
        LineFace.of(phone.line(call), look).showOn(line);
        showButtons(call, ringing);
    }

    private void showButtons(Call call, boolean ringing) {
        button(mute, look.get(call.muted() ? "phone.unmute" : "phone.mute"), "F6");
        mute.setIcon((call.muted() ? Glyph.MUTED : Glyph.MUTE).icon(look.px(16)));
        boolean held = call.state() == ConnectionState.HOLD;
        button(hold, look.get(held ? "phone.retrieve" : "phone.hold"), "F7");
        hold.setIcon((held ? Glyph.PLAY : Glyph.HOLD).icon(look.px(16)));
        button(hangUp, look.get(ringing ? "phone.reject" : "phone.hangUp"), "F3");
        String style = ringing ? "refuse" : "hangUp";
        if (!style.equals(hangUp.getClientProperty("FlatLaf.styleClass"))) Look.styled(hangUp, style);
    }

    private void showNone() {
        state.setIcon(new StateMark(StateMark.Shape.RING, Shade.QUIET, look.px(12)));
        Look.shaded(state, Shade.QUIET);
        put(state, look.get("call.none"));
        put(timer, "");
        owed.showNone();
        put(name, phone.ended().map(this::ending).orElse(""));
        put(number, phone.ended().map(e -> words.name(e.call())).orElse(""));
        put(standing, phone.refusal().map(r -> look.get("phone.refused", r)).orElse(""));
        put(queue, phone.byItself().map(this::byItself).orElse(""));
        put(line, "");
    }

    private String ending(PhoneModel.Ended ended) {
        return ended.isLost() ? look.get("call.lost") : look.texts().word(ended.cause());
    }

    private String byItself(AnswerRules rules) {
        return look.get(
                switch (rules.calls()) {
                    case NONE -> "phone.byItself.asked";
                    case QUEUE -> "phone.byItself.queue";
                    case ALL -> "phone.byItself.all";
                });
    }

    private static void put(TextLine line, String text) {
        if (!line.getText().equals(text)) line.setText(text);
    }

    private static void button(KeyButton button, String text, String key) {
        if (button.getText().equals(text)) return;
        button.setText(text);
        button.getAccessibleContext().setAccessibleName(text + " " + key);
    }
}

package amends.desktop.minibar;

import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.desktop.phone.CallFace;
import amends.desktop.phone.PhoneModel;
import amends.desktop.recovery.OwedMark;
import amends.telephony.Call;
import amends.telephony.ConnectionState;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** The small bar's content: timer, name, and the few buttons a call needs. */
public final class MiniBar {
    private final Look look;
    private final PhoneModel phone;
    private final Function<Call, String> name;
    private final JPanel panel;
    private final TextLine timer;
    private final TextLine who;
    private final OwedMark owed;
    private final KeyButton answer;
    private final KeyButton mute;
    private final KeyButton hold;
    private final KeyButton hangUp;

    public MiniBar(Look look, PhoneModel phone, Function<Call, String> name, OwedMark.Source owed, Runnable expand) {
        this.look = look;
        this.phone = phone;
        this.name = name;
        panel = look.panel("insets 0 12u 0 8u, fill, gap 6u 0, hidemode 3", "[][grow,fill][][][][][][]", "[grow]");
        panel.setOpaque(true);
        Look.styled(panel, "rail");
        panel.setBorder(BorderFactory.createLineBorder(Shade.HAIRLINE.color()));
        timer = look.figure("strong");
        timer.setIconTextGap(look.px(8));
        who = look.line("", "strong");
        this.owed = new OwedMark(look, owed);
        answer = small("mini.answer", "phone.answer", "F2", Glyph.ANSWER, phone::answer);
        Look.styled(answer, "answer");
        mute = small("mini.mute", "phone.mute", "F6", Glyph.MUTE, phone::toggleMute);
        hold = small("mini.hold", "phone.hold", "F7", Glyph.HOLD, phone::toggleHold);
        hangUp = small("mini.hangUp", "phone.hangUp", "F3", Glyph.HANG_UP, phone::hangUp);
        Look.styled(hangUp, "hangUp");
        panel.add(timer);
        panel.add(who, "wmin 0");
        panel.add(this.owed);
        for (KeyButton button : new KeyButton[] {answer, mute, hold, hangUp}) panel.add(button, look.at("h 36u!"));
        panel.add(small("mini.expand", "mini.expand", "", Glyph.EXPAND, expand), look.at("h 36u!"));
        Follow.models(panel, this::refresh, phone, owed.model());
    }

    private KeyButton small(String id, String text, String key, Glyph glyph, Runnable act) {
        KeyButton button = look.glyph(look.button(id, "", key, act), glyph);
        button.setIconTextGap(0);
        button.setMargin(new java.awt.Insets(2, 6, 2, 6));
        name(button, look.get(text), key);
        return button;
    }

    private static void name(KeyButton button, String word, String key) {
        button.getAccessibleContext().setAccessibleName((word + " " + key).strip());
        button.setToolTipText((word + " " + key).strip());
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        Optional<Call> call = phone.primary();
        boolean ringing = call.filter(PhoneModel::isRinging).isPresent();
        boolean talking = call.filter(c -> c.answered().isPresent()).isPresent();
        answer.setVisible(ringing);
        mute.setVisible(talking);
        hold.setVisible(talking);
        hangUp.setVisible(call.isPresent());
        call.ifPresentOrElse(this::show, this::showNone);
    }

    private void show(Call call) {
        CallFace face = CallFace.of(call, look.texts());
        timer.setIcon(new StateMark(face.shape(), face.shade(), look.px(10)));
        Look.shaded(timer, face.shade());
        timer.setText(Texts.clock(phone.elapsed(call)));
        timer.setToolTipText(face.word());
        who.setText(name.apply(call));
        owed.show(call.id());
        boolean held = call.state() == ConnectionState.HOLD;
        mute.setIcon((call.muted() ? Glyph.MUTED : Glyph.MUTE).icon(look.px(16)));
        hold.setIcon((held ? Glyph.PLAY : Glyph.HOLD).icon(look.px(16)));
        name(mute, look.get(call.muted() ? "phone.unmute" : "phone.mute"), "F6");
        name(hold, look.get(held ? "phone.retrieve" : "phone.hold"), "F7");
        name(hangUp, look.get(PhoneModel.isRinging(call) ? "phone.reject" : "phone.hangUp"), "F3");
    }

    private void showNone() {
        timer.setIcon(new StateMark(StateMark.Shape.RING, Shade.QUIET, look.px(10)));
        Look.shaded(timer, Shade.QUIET);
        timer.setText("");
        who.setText(look.get("call.none"));
        owed.showNone();
    }
}

package amends.desktop.phone;

import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.Texts;
import amends.telephony.Call;
import amends.telephony.ConnectionState;

/** How a call's state looks and reads. */
public record CallFace(StateMark.Shape shape, Shade shade, String word) {
    public static CallFace of(Call call, Texts texts) {
        if (PhoneModel.isRinging(call))
            return new CallFace(StateMark.Shape.RING, Shade.READY, texts.get("call.ringing"));
        if (call.state() == ConnectionState.HOLD && call.marks().heldByFar())
            return new CallFace(StateMark.Shape.BARS, Shade.HOLD, texts.get("call.heldByBoth"));
        if (call.state() == ConnectionState.HOLD)
            return new CallFace(StateMark.Shape.BARS, Shade.HOLD, texts.get("call.held"));
        if (call.answered().isEmpty())
            return new CallFace(StateMark.Shape.RING, Shade.TALK, texts.get("call.dialling"));
        if (MoveModel.isHeldByFar(call))
            return new CallFace(StateMark.Shape.BARS, Shade.HOLD, texts.get("call.heldByFar"));
        if (call.muted()) return new CallFace(StateMark.Shape.SQUARE, Shade.DANGER, texts.get("call.muted"));
        String word = call.marks().inConference() ? "call.conference" : "call.talking";
        return new CallFace(StateMark.Shape.SQUARE, Shade.TALK, texts.get(word));
    }
}

package amends.media;

import amends.kernel.Timekeeper;
import amends.media.ButtonActs.Act;
import amends.media.CallButtons.Lights;
import amends.media.CallButtons.Press;
import amends.telephony.Call;
import amends.telephony.CallControl;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Joins the buttons of headsets with the phone: what is pressed is done, what there is, is shown. On the call loop. */
public final class ButtonDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ButtonDesk.class);
    /** So soon after its hook light changed, what a headset says of its hook is its answer to that and nobody's wish. */
    private static final long ANSWER_NANOS = Duration.ofMillis(400).toNanos();

    private final CallControl phone;
    private final CallButtons buttons;
    private final Timekeeper time;
    private Lights shown = Lights.OUT;
    private long hookedAt;
    private boolean hooked;

    public ButtonDesk(CallControl phone, CallButtons buttons, Timekeeper time) {
        this.phone = phone;
        this.buttons = buttons;
        this.time = time;
        phone.onCallEvent(event -> show());
    }

    private void show() {
        Lights now = ButtonActs.lights(phone.calls());
        if (now.equals(shown)) return;
        if (now.offHook() != shown.offHook()) {
            hookedAt = time.nanos();
            hooked = true;
        }
        shown = now;
        buttons.show(now);
    }

    /** Something was pressed. */
    public void pressed(Press press) {
        if (isAnswer(press)) return;
        List<Call> calls = phone.calls();
        ButtonActs.of(press, calls)
                .ifPresentOrElse(
                        act -> carryOut(act, calls), () -> LOG.info("{} at the headset means nothing now", press));
    }

    private boolean isAnswer(Press press) {
        boolean hook = press == Press.ON_HOOK || press == Press.OFF_HOOK;
        return hook && hooked && time.nanos() - hookedAt < ANSWER_NANOS;
    }

    private void carryOut(Act act, List<Call> calls) {
        LOG.info("headset: {}", act);
        switch (act) {
            case Act.Answer(var call) -> phone.answer(call);
            case Act.Reject(var call) -> phone.reject(call);
            case Act.Clear(var call) -> phone.clear(call);
            case Act.Hold(var call) -> phone.hold(call);
            case Act.Retrieve(var call) -> phone.retrieve(call);
            case Act.Mute(var call, var muted) -> {
                boolean conference = calls.stream()
                        .anyMatch(c -> c.id().equals(call) && c.marks().inConference());
                for (Call c : calls)
                    if (c.id().equals(call) || conference && c.marks().inConference()) phone.mute(c.id(), muted);
            }
        }
    }
}

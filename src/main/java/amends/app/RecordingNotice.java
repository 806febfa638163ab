package amends.app;

import amends.acd.AcdEvent;
import amends.telephony.Call;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ConnectionState;
import java.time.Duration;

/**
 * Tells the far end that the call is recorded, unless the PBX says that it did. What the PBX says may come a moment
 * after the call was answered, so that moment is waited. Lives on the call loop.
 */
final class RecordingNotice {
    private static final Duration MOMENT = Duration.ofMillis(700);
    private final Desk desk;
    private final short[] words;

    RecordingNotice(Desk desk, short[] words) {
        this.desk = desk;
        this.words = words;
        desk.phone.onCallEvent(event -> {
            if (event instanceof CallEvent.Established(var call)) established(call);
        });
    }

    private void established(Call call) {
        if (saidByPbx(call.id()) || tookOver(call.id())) said(call.id());
        else desk.loop.after(MOMENT, () -> sayUnlessSaid(call.id()));
    }

    private void sayUnlessSaid(CallId call) {
        boolean there =
                desk.phone.calls().stream().anyMatch(c -> c.id().equals(call) && c.state() != ConnectionState.NULL);
        if (!there) return;
        if (!saidByPbx(call)) desk.media.play(call, words);
        said(call);
    }

    /** It was said before a lead took the customer over. */
    private boolean tookOver(CallId call) {
        return desk.supervision.visiting.filter(v -> v.tookOver(call)).isPresent();
    }

    private boolean saidByPbx(CallId call) {
        return desk.session
                .offerOf(call)
                .map(AcdEvent.QueueCallOffered::announced)
                .orElse(false);
    }

    private void said(CallId call) {
        desk.recorder.ifPresent(r -> r.announced(call));
    }
}

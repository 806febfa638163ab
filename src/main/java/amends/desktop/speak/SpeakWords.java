package amends.desktop.speak;

import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import amends.personality.Estimate;
import amends.personality.Objection;
import amends.personality.Reason;
import java.util.stream.Collectors;

/** Estimates, their reasons and objections in plain words. */
final class SpeakWords {
    private static final int IN_TOOLTIP = 3;
    private final Look look;
    private final Timekeeper time;

    SpeakWords(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
    }

    /** {@code Expressive 78 % ⓘ}. */
    String estimate(Estimate.Shown shown) {
        return look.get("speak.estimate", look.texts().word(shown.type()), shown.percent());
    }

    String because(Estimate.Shown shown) {
        return shown.reasons().stream().limit(IN_TOOLTIP).map(this::reason).collect(Collectors.joining("；"));
    }

    /** What was seen, or was not, and when. */
    String reason(Reason reason) {
        String behaviour = look.texts().word(reason.behaviour());
        String day = look.texts().date(reason.at());
        return reason.seen() ? look.get("speak.reason", day, behaviour) : look.get("speak.reasonNot", day, behaviour);
    }

    /** Which type a reason speaks for. */
    String towards(Reason reason) {
        return look.get("speak.towards", look.texts().word(reason.speaksFor()));
    }

    String objection(Objection objection, String who) {
        return look.get(
                "speak.objection",
                look.texts().moment(objection.at(), time.now()),
                who,
                look.texts().word(objection.type()),
                objection.reason());
    }
}

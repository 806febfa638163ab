package amends.media.hidraw;

import amends.media.CallButtons.Lights;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The lights of a headset that we know (HID Usage Tables, LED page 0x08; the ringer is on the telephony page). */
enum HidLight {
    MUTE(0x08_0009, Lights::muted),
    OFF_HOOK(0x08_0017, Lights::offHook),
    RING(0x08_0018, Lights::ringing),
    HOLD(0x08_0020, Lights::held),
    RINGER(0x0B_009E, Lights::ringing);

    private final int usage;
    private final Predicate<Lights> lit;

    HidLight(int usage, Predicate<Lights> lit) {
        this.usage = usage;
        this.lit = lit;
    }

    static Optional<HidLight> of(int usage) {
        return Arrays.stream(values()).filter(l -> l.usage == usage).findFirst();
    }

    boolean isLit(Lights lights) {
        return lit.test(lights);
    }
}

package amends.media.hidraw;

import amends.media.CallButtons.Press;
import java.util.Arrays;
import java.util.Optional;

/**
 * The controls of a headset that we heed (HID Usage Tables, telephony page 0x0B).
 * <pre>
 *                     latched: on   latched: off   momentary: pressed
 * 0x20 Hook Switch    OFF_HOOK      ON_HOOK        HOOK
 * 0x2F Phone Mute     MUTE_ON       MUTE_OFF       MUTE
 * 0x26 Drop           –             –              DROP
 * 0x21 Flash          –             –              FLASH
 * 0x23 Hold           –             –              FLASH
 * </pre>
 */
enum HidControl {
    HOOK(0x0B_0020, Press.OFF_HOOK, Press.ON_HOOK, Press.HOOK),
    MUTE(0x0B_002F, Press.MUTE_ON, Press.MUTE_OFF, Press.MUTE),
    DROP(0x0B_0026, Press.DROP, null, Press.DROP),
    FLASH(0x0B_0021, Press.FLASH, null, Press.FLASH),
    HOLD(0x0B_0023, Press.FLASH, null, Press.FLASH);

    private final int usage;
    private final Press on;
    private final Press off;
    private final Press pressed;

    HidControl(int usage, Press on, Press off, Press pressed) {
        this.usage = usage;
        this.on = on;
        this.off = off;
        this.pressed = pressed;
    }

    static Optional<HidControl> of(int usage) {
        return Arrays.stream(values()).filter(c -> c.usage == usage).findFirst();
    }

    /**
     * Whether the control stays where it was put. A hook is a switch unless it says that it is relative; a mute is a
     * button unless it says that it has no state it returns to.
     */
    boolean isLatched(HidField field) {
        return switch (this) {
            case HOOK -> !field.relative();
            case MUTE -> !field.relative() && field.noPreferred();
            case DROP, FLASH, HOLD -> false;
        };
    }

    /** What it means that the field went on or off. */
    Optional<Press> went(boolean up, HidField field) {
        if (!isLatched(field)) return up ? Optional.of(pressed) : Optional.empty();
        return Optional.ofNullable(up ? on : off);
    }
}

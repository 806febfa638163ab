package amends.app;

import amends.kernel.Timekeeper;
import amends.media.ButtonDesk;
import amends.media.CallButtons;
import amends.media.hidraw.HidrawButtons;

/** The buttons of the headsets at a desk, on the call loop. */
final class HeadsetRoom {
    private HeadsetRoom() {}

    /** Begins to heed them, where this system has them. @return to be closed with the desk */
    static CallButtons at(Desk desk, DeskSettings.Sound settings, Timekeeper time) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (!settings.buttons() || !linux) return CallButtons.NONE;
        CallButtons buttons = new HidrawButtons(time).start();
        desk.loop.execute(() -> {
            var acts = new ButtonDesk(desk.phone, buttons, time);
            buttons.onPress(press -> desk.loop.execute(() -> acts.pressed(press)));
        });
        return buttons;
    }
}

package amends.app;

import amends.kernel.Timekeeper;
import amends.media.VoiceTreatment;
import amends.media.ffm.QuickExit;
import amends.media.webrtc.WebrtcCleaners;

/** A program that treats a microphone's sound once, as a desk does, and ends. */
final class TreatedOnce {
    static final int CODE = 7;
    static final String HOOK = "the last hook";

    private TreatedOnce() {}

    public static void main(String[] args) {
        var cleaners = new WebrtcCleaners(Timekeeper.system(), QuickExit::arm);
        cleaners.make(VoiceTreatment.ALL).close();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> System.out.println(HOOK)));
        System.exit(CODE);
    }
}

package amends.app;

import amends.media.AudioDevices;
import amends.media.DeviceChoice;
import amends.media.Ringer;
import amends.media.RtpMediaPlane;
import amends.media.SoundBoard;
import amends.media.SoundWishes;
import amends.media.VoiceCleaner;
import amends.media.VoiceTreatment;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The desk's sound: its devices, its media, and what is done to the voice. */
final class DeskSoundBoard implements SoundBoard {
    private final RtpMediaPlane media;
    private final boolean hearsRoom;
    private final Optional<DeviceChoice> choice;
    private final VoiceCleaner.Maker cleaners;
    private final DeskSettings.Sound settings;

    DeskSoundBoard(
            RtpMediaPlane media, AudioDevices devices, VoiceCleaner.Maker cleaners, DeskSettings.Sound settings) {
        this.media = media;
        this.hearsRoom = devices.hearsRoom();
        this.choice = devices.choice();
        this.cleaners = cleaners;
        this.settings = settings;
    }

    /** The library takes a second to load; calls do not wait for it. */
    void open(Executor background) {
        if (hearsRoom) background.execute(() -> treat(wishes().treatment()));
    }

    Ringer ringer() {
        return choice.map(DeviceChoice::ringer).orElseGet(() -> Sounds.ringer(settings));
    }

    /** Whether another call waits beside the one at hand. Nobody sits where sound comes from a file. */
    void waits(boolean now) {
        media.waits(now && hearsRoom && wishes().tones().waiting());
    }

    /** The call is about to be answered by itself. */
    void zip(CallId call) {
        if (hearsRoom && wishes().tones().zip()) media.zip(call);
    }

    /** @return whether it is done as wished */
    private boolean treat(VoiceTreatment treatment) {
        VoiceCleaner cleaner = cleaners.make(treatment);
        media.treat(cleaner);
        return treatment.isNone() || cleaner != VoiceCleaner.NONE;
    }

    @Override
    public Devices devices() {
        return choice.map(DeviceChoice::devices).orElse(Devices.NONE);
    }

    @Override
    public SoundWishes wishes() {
        return choice.map(DeviceChoice::wishes).orElseGet(settings::wishes);
    }

    @Override
    public boolean mayChoose() {
        return choice.isPresent();
    }

    @Override
    public Optional<Flaw> choose(SoundWishes next) {
        SoundWishes before = wishes();
        boolean remembered = choice.map(c -> c.choose(next)).orElse(false);
        boolean elsewhere = !next.microphone().equals(before.microphone())
                || !next.speaker().equals(before.speaker());
        if (elsewhere) media.reopen();
        boolean treated = next.treatment().equals(before.treatment()) || treat(next.treatment());
        if (!treated) return Optional.of(Flaw.NOT_TREATED);
        return remembered ? Optional.empty() : Optional.of(Flaw.NOT_REMEMBERED);
    }

    @Override
    public Levels levels() {
        return media.levels();
    }

    @Override
    public void watch(boolean on) {
        media.watch(on);
    }

    @Override
    public Answer call() {
        return media.test();
    }

    @Override
    public Trial trial() {
        return media.testing();
    }
}

package amends.desktop;

import amends.media.Loudness;
import amends.media.SoundBoard;
import amends.media.SoundWishes;
import amends.media.VoiceTreatment;
import java.util.List;
import java.util.Optional;

/** Sound without devices. */
public final class FakeSound implements SoundBoard {
    public Devices devices = new Devices(
            List.of("Jabra Evolve2 40: USB Audio (hw:1,0)", "HDA Intel PCH: ALC257 Analog (hw:0,0)"),
            List.of("Jabra Evolve2 40: USB Audio (hw:1,0)", "HDA Intel PCH: ALC257 Analog (hw:0,0)"),
            List.of("Jabra Evolve2 40: USB Audio (hw:1,0)", "HDA Intel PCH: ALC257 Analog (hw:0,0)"));
    public SoundWishes wishes = new SoundWishes(
            "Jabra Evolve2 40: USB Audio (hw:1,0)",
            SoundWishes.DEFAULT,
            "HDA Intel PCH: ALC257 Analog (hw:0,0)",
            VoiceTreatment.ALL);
    public boolean mayChoose = true;
    public boolean watched;
    public Levels levels = new Levels(new Loudness(-12.4, -23.1), Loudness.SILENCE);
    public Answer answer = Answer.BEGUN;
    public Trial trial = Trial.READY;
    public Optional<Flaw> flaw = Optional.empty();

    @Override
    public Devices devices() {
        return devices;
    }

    @Override
    public SoundWishes wishes() {
        return wishes;
    }

    @Override
    public boolean mayChoose() {
        return mayChoose;
    }

    @Override
    public Optional<Flaw> choose(SoundWishes next) {
        wishes = next;
        return flaw;
    }

    @Override
    public Levels levels() {
        return levels;
    }

    @Override
    public void watch(boolean on) {
        watched = on;
    }

    @Override
    public Answer call() {
        if (answer == Answer.BEGUN) trial = Trial.LISTENING;
        return answer;
    }

    @Override
    public Trial trial() {
        return trial;
    }
}

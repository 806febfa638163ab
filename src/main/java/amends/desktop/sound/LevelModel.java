package amends.desktop.sound;

import amends.desktop.PresentationModel;
import amends.media.Loudness;
import amends.media.SoundBoard.Levels;

/** How loud it is. Told apart from the rest of the page, so that ten times a second only two bars are looked at. */
public final class LevelModel extends PresentationModel {
    /** Looks after which the figures follow the bars: what is read does not flicker. */
    private static final int LOOKS = 5;

    private Levels now = Levels.SILENCE;
    private Levels figures = Levels.SILENCE;
    private Levels loudest = Levels.SILENCE;
    private int looks;

    void is(Levels levels) {
        loudest = new Levels(
                louder(loudest.microphone(), levels.microphone()), louder(loudest.speaker(), levels.speaker()));
        boolean read = ++looks % LOOKS == 0;
        if (read) {
            figures = loudest;
            loudest = Levels.SILENCE;
        }
        if (levels.equals(now) && !read) return;
        now = levels;
        changed();
    }

    private static Loudness louder(Loudness a, Loudness b) {
        return new Loudness(Math.max(a.peak(), b.peak()), Math.max(a.rms(), b.rms()));
    }

    Levels now() {
        return now;
    }

    /** The loudest of the last half second. */
    Levels figures() {
        return figures;
    }
}

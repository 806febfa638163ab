package amends.app;

import amends.pbx.Clip;
import amends.pbx.RecordingPrompt;
import amends.rtp.G711;
import amends.rtp.Halving;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The words that tell a caller of the recording, as shipped: 8 kHz mono µ-law. */
final class Announcements {
    private Announcements() {}

    /** @param language zh-CN or en @return 16-bit samples, 8 kHz */
    static short[] samples(String language) {
        String name = "/amends/media/announcement-" + (language.startsWith("zh") ? "zh" : "en") + ".ul";
        try (var in = Announcements.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException(name + " is missing");
            return G711.MU_LAW.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same at the desk's own rate. */
    static short[] wide(String language) {
        return Halving.wide(samples(language));
    }

    static RecordingPrompt prompt(String language) {
        return RecordingPrompt.of(Clip.of(samples(language)));
    }
}

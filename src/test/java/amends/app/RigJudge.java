package amends.app;

import amends.media.VoiceComparison;
import amends.media.device.WavClip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Says how much is left in some recordings of what was said. For src/test/rig. */
final class RigJudge {
    private RigJudge() {}

    /** @param arguments what was said, then each recording after a name of its own */
    public static void main(String[] arguments) throws Exception {
        short[] said = WavClip.read(Path.of(arguments[0]));
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            short[] heard = WavClip.read(Path.of(arguments[i + 1]));
            if (Arrays.equals(heard, new short[heard.length]))
                System.out.printf("%-36s nothing was heard%n", arguments[i]);
            else tell(arguments[i], VoiceComparison.of(said, heard));
        }
    }

    private static void tell(String name, VoiceComparison comparison) {
        System.out.printf(
                Locale.ROOT,
                "%-36s ESTOI %.3f, STOI %.3f, log-spectral distance %4.1f dB, moved within %.0f ms%n",
                name,
                comparison.extended(),
                comparison.plain(),
                comparison.distanceDb(),
                comparison.movedMs());
    }
}

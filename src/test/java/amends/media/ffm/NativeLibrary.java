package amends.media.ffm;

import amends.law.Needs;
import java.nio.file.Path;
import java.util.List;

/** The library as it was built for the tests, which do without where it was not. */
final class NativeLibrary {
    private static final Path BUILT = Path.of("target", "native");

    private NativeLibrary() {}

    static AudioLibrary needed() {
        Needs.file(
                BUILT.resolve(System.mapLibraryName("amends_audio")),
                "cmake libopus-dev portaudio19-dev, mvn -Pnative");
        return AudioLibrary.in(List.of(BUILT)).orElseThrow();
    }
}

package amends.knowledge;

import amends.kernel.yaml.YamlMistakes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every list of everyday words the house had; the latest is in force. Blocks; joins the caller's transaction. */
public interface HouseWords {
    int LOOKED_BACK = 50;

    /** Where a house has none of its own. */
    HouseWords NONE = new HouseWords() {
        @Override
        public int version() {
            return 0;
        }

        @Override
        public Optional<Kept> version(int number) {
            return Optional.empty();
        }

        @Override
        public List<Kept> latest(int most) {
            return List.of();
        }

        @Override
        public boolean add(Kept next) {
            return false;
        }
    };

    /** @param version counted from 1 @param by empty: it came from a folder */
    record Kept(int version, String source, Optional<UUID> by, Instant at) {
        /** Empty where it is none that this program can read. */
        public Optional<EverydayWords> read() {
            try {
                return Optional.of(EverydayWordsReader.read("version " + version, source));
            } catch (YamlMistakes e) {
                return Optional.empty();
            }
        }
    }

    /** Of the list in force; 0 while there is none. */
    int version();

    Optional<Kept> version(int number);

    /** The latest first. */
    List<Kept> latest(int most);

    /** Puts it in force. @return false when there is one of this version or a later one */
    boolean add(Kept next);

    default Optional<Kept> inForce() {
        return version(version());
    }

    /** The list in force; where that cannot be read, the latest before it that can. */
    default Optional<EverydayWords> readable() {
        return inForce().flatMap(Kept::read).or(() -> firstReadable(latest(LOOKED_BACK)));
    }

    static Optional<EverydayWords> firstReadable(List<Kept> latest) {
        return latest.stream().map(Kept::read).flatMap(Optional::stream).findFirst();
    }
}

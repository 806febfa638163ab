package amends.recording;

import amends.media.Pcm;
import amends.recording.RecordingLibrary.CannotOpen;
import amends.recording.RecordingLibrary.Obstacle;
import amends.recording.RecordingLibrary.Sound;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recordings of the vault, opened into memory to be looked at and heard. Asks nobody whether they may: people come by
 * {@link PersonalLibrary}. Blocks.
 */
public final class VaultLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(VaultLibrary.class);
    /** Two hours of both sides are 230 MB; longer ones are exported instead. */
    private static final int LONGEST = 2 * 3600 * Pcm.RATE;

    private final Vault vault;
    private final Sealing sealing;
    private final SoundFormat format;

    public VaultLibrary(Vault vault, Sealing sealing, SoundFormat format) {
        this.vault = vault;
        this.sealing = sealing;
        this.format = format;
    }

    /** @throws CannotOpen when this desk has no key to open it, or the file is missing or damaged */
    public Sound open(Recording row) throws CannotOpen {
        return open(row, sealing);
    }

    /** As {@link #open(Recording)}. @param key its own, for a desk without the vault's private key */
    Sound open(Recording row, Optional<byte[]> key) throws CannotOpen {
        return open(
                row, key.<Sealing>map(secret -> new KeyInHand(sealing, secret)).orElse(sealing));
    }

    private Sound open(Recording row, Sealing opening) throws CannotOpen {
        try (var file = vault.read(row.file())) {
            return collected(SealedSound.open(file, opening, format), row);
        } catch (IOException e) {
            throw new CannotOpen(Obstacle.FILE_MISSING, "its file cannot be read: " + row.file(), e);
        }
    }

    private static Sound collected(SealedSound opened, Recording row) throws CannotOpen, IOException {
        short[] customer = new short[(int) Math.min(LONGEST, row.length().toSeconds() * Pcm.RATE + Pcm.RATE)];
        short[] agent = new short[customer.length];
        int length = 0;
        for (var stretch = opened.next(); stretch != null; stretch = opened.next()) {
            int count = stretch.customer().length;
            if (length + count > LONGEST)
                throw new CannotOpen(Obstacle.TOO_LONG, "it is longer than two hours: export it", null);
            if (length + count > customer.length) {
                int more = Math.min(LONGEST, 2 * (length + count));
                customer = Arrays.copyOf(customer, more);
                agent = Arrays.copyOf(agent, more);
            }
            System.arraycopy(stretch.customer(), 0, customer, length, count);
            System.arraycopy(stretch.agent(), 0, agent, length, count);
            length += count;
        }
        if (opened.outcome() instanceof SealedSound.Outcome.Faulty(var where, var what)) {
            LOG.warn("recording {} is whole only up to {}: {}", row.id(), where, what);
            if (length == 0) throw new CannotOpen(Obstacle.DAMAGED, "it is damaged: " + what, null);
        }
        return new Sound(opened.rate(), Arrays.copyOf(customer, length), Arrays.copyOf(agent, length));
    }
}

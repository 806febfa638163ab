package amends.recording;

import java.util.UUID;

/** Opens one recording with its own key where the vault's private key is not here. */
record KeyInHand(Sealing sealing, byte[] secret) implements Sealing {
    @Override
    public SealingKey newKey(UUID recording) throws SealingFailed {
        return sealing.newKey(recording);
    }

    @Override
    public Unwrapping unwrap(UUID recording, byte[] wrappedKey) {
        Unwrapping unwrapped = sealing.unwrap(recording, wrappedKey);
        return unwrapped instanceof Unwrapping.NoKey ? sealing.opened(secret) : unwrapped;
    }

    @Override
    public Unwrapping opened(byte[] key) {
        return sealing.opened(key);
    }

    @Override
    public long openable(long sealedBytes) {
        return sealing.openable(sealedBytes);
    }
}

package amends.recording;

import java.io.IOException;

/** A key could not be made or wrapped: nothing can be recorded until the vault's public key is put right. */
public final class SealingFailed extends IOException {
    private static final long serialVersionUID = 1;

    public SealingFailed(String why, Throwable cause) {
        super(why, cause);
    }
}

package amends.telephony;

import java.util.Arrays;

/**
 * With what one side encrypts its media (RFC 4568 §6.1). Says nothing of itself in logs.
 *
 * @param tag joins an answer to the line of its offer, 0–999999999
 * @param key master key and salt, as long as the suite wants; not copied
 */
public record CryptoKey(int tag, CryptoSuite suite, byte[] key) {
    public CryptoKey {
        if (key.length != suite.keyBytes() + suite.saltBytes())
            throw new IllegalArgumentException("a key of " + key.length + " bytes for " + suite);
    }

    /** The same key as the answer to another line. */
    public CryptoKey as(int otherTag) {
        return new CryptoKey(otherTag, suite, key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CryptoKey that
                && tag == that.tag
                && suite == that.suite
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return 31 * tag + suite.hashCode();
    }

    @Override
    public String toString() {
        return tag + " " + suite;
    }
}

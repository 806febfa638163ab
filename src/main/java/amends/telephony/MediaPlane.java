package amends.telephony;

import java.io.IOException;

/** Where the user agent gets its audio from: the media room implements it, signalling only agrees on terms. */
public interface MediaPlane {
    /**
     * Opens a leg with a receiving port of its own, silent until {@link MediaLeg#connect}.
     *
     * @throws IOException when no port can be had
     */
    MediaLeg open(CallId call) throws IOException;
}

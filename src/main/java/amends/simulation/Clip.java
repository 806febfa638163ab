package amends.simulation;

import amends.rtp.G711;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Spoken sentences that ship with the programme; see the README beside them. */
public final class Clip {
    /** The demo's agent, in Chinese. */
    public static final String AGENT_GREETING_ZH = "agent-greeting-zh";

    public static final String AGENT_ANSWER_ZH = "agent-answer-zh";
    /** The demo's agent, in English. */
    public static final String AGENT_GREETING_EN = "agent-greeting-en";

    public static final String AGENT_ANSWER_EN = "agent-answer-en";

    private Clip() {}

    /**
     * @return 16-bit samples, 8,000 a second, one channel
     * @throws IllegalArgumentException when no clip has that name
     */
    public static short[] load(String name) {
        try (var in = Clip.class.getResourceAsStream("clips/" + name + ".ul")) {
            if (in == null) throw new IllegalArgumentException("no clip is named " + name);
            return G711.MU_LAW.decode(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

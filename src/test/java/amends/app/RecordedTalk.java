package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An exported recording beside what was said into it. */
record RecordedTalk(Sound left, Sound right) {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedTalk.class);
    private static final double SAME = 0.9;
    private static final double SEPARATION = 40;

    /** Exports a recording as its desk would. */
    static RecordedTalk of(Office office, String extension, Path recording) throws IOException {
        Path wav = office.folder().resolve(recording.getFileName() + ".wav");
        String home = office.home(extension).toString();
        assertThat(Main.run("recording", "export", recording.toString(), "--wav", wav.toString(), "--home", home))
                .isZero();
        return new RecordedTalk(Sound.wav(wav, 0), Sound.wav(wav, 1));
    }

    /**
     * The customer's sound was looped, so the left is a piece of the loop; the agent's began with the call, so the right
     * begins within its first second.
     */
    void assertHolds(Sound customer, Sound agent) {
        Sound loop = customer.times((int) (left.seconds() / customer.seconds()) + 2);
        Sound.Fit customersFit = left.fitIn(loop);
        Sound once = Sound.of(Sound.silence(0.5), agent.followedBySilence(right.seconds() + 1));
        Sound.Fit agentsFit = right.fitIn(once);
        Sound said = loop.from(customersFit.at());
        Sound answered = once.from(agentsFit.at());
        double customerAlone = level(said, answered, left) - level(said, answered, right);
        double agentAlone = level(answered, said, right) - level(answered, said, left);
        LOG.info(String.format(
                Locale.ROOT,
                "recorded %.1f s: left %.3f, right %.3f, customer alone %.0f dB, agent alone %.0f dB",
                left.seconds(),
                customersFit.correlation(),
                agentsFit.correlation(),
                customerAlone,
                agentAlone));
        assertThat(customersFit.correlation()).as("the customer, left").isGreaterThan(SAME);
        assertThat(agentsFit.correlation()).as("the agent, right").isGreaterThan(SAME);
        assertThat(customerAlone).as("customer alone, dB").isGreaterThanOrEqualTo(SEPARATION);
        assertThat(agentAlone).as("agent alone, dB").isGreaterThanOrEqualTo(SEPARATION);
    }

    /** How loud a channel is while one speaks and the other does not. */
    private static double level(Sound speaker, Sound silent, Sound channel) {
        boolean[] speaks = speaker.speaking();
        boolean[] quiet = silent.silent();
        var alone = new boolean[Math.min(speaks.length, quiet.length)];
        int count = 0;
        for (int i = 0; i < alone.length; i++) {
            alone[i] = speaks[i] && quiet[i];
            if (alone[i]) count++;
        }
        assertThat(count).as("10 ms steps in which one speaks alone").isGreaterThan(50);
        return channel.level(alone);
    }
}

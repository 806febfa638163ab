package amends.simulation;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.rtp.Halving;
import java.util.Arrays;

/** An agent who says the same sentence over and over, and whose loudspeaker is written down. */
final class TalkingDevices implements AudioDevices {
    private final HeardSound heard = new HeardSound();
    private long at;

    /** What was played so far. */
    short[] heard() {
        return heard.samples();
    }

    /** How well what was heard, a part of the sentence or of two in a row, is found in what the agent says. */
    static double likeness(short[] heard) {
        return SpeechMatch.best(twice(Clip.load(Clip.AGENT_ANSWER_ZH)), heard);
    }

    /** The same of sound at the rate inside. */
    static double wideLikeness(short[] heard) {
        return SpeechMatch.best(twice(Halving.wide(Clip.load(Clip.AGENT_ANSWER_ZH))), heard);
    }

    private static short[] twice(short[] sentence) {
        short[] twice = Arrays.copyOf(sentence, 2 * sentence.length);
        System.arraycopy(sentence, 0, twice, sentence.length, sentence.length);
        return twice;
    }

    @Override
    public AudioSource openMicrophone() {
        short[] clip = Halving.wide(Clip.load(Clip.AGENT_ANSWER_ZH));
        return new AudioSource() {
            private int at;

            @Override
            public void read(short[] frame) {
                for (int i = 0; i < frame.length; i++) frame[i] = clip[at++ % clip.length];
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public AudioSink openSpeaker() {
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                heard.add(1, at, frame.clone());
                at += frame.length;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String trouble() {
        return "";
    }
}

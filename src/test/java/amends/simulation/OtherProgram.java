package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.media.Pcm;
import amends.rtp.Halving;
import amends.rtp.VoiceCoding;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of somebody else's, by what it prints; and what such telephones need: a sentence to say, a file to hear into. */
public final class OtherProgram implements AutoCloseable {
    private static final String RAW = " -t raw -r " + Pcm.RATE + " -e signed -b 16 -c 1 ";

    private final Path log;
    private final Process process;
    private int read;

    public OtherProgram(Path folder, List<String> command) throws IOException {
        log = Files.createTempFile(folder, "printed", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("HOME", folder.toString());
        process = builder.start();
    }

    public void types(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Asks until it says so. */
    void printsWhenAsked(String line, String text) throws Exception {
        for (int i = 0; i < 150 && !printed().contains(text); i++) {
            types(line);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        if (!printed().contains(text)) throw failed(text);
    }

    /** Whoever waited in vain may have nothing yet to close. */
    private AssertionError failed(String what) throws IOException {
        process.destroyForcibly();
        return new AssertionError("never printed: " + what + "\n" + printed());
    }

    /** What it prints next that is like this; what it printed before that is passed over. */
    public Matcher prints(String pattern) throws Exception {
        var wanted = Pattern.compile(pattern);
        for (int i = 0; i < 300; i++) {
            String all = printed();
            Matcher found = wanted.matcher(all);
            if (found.find(Math.min(read, all.length()))) {
                read = found.end();
                return found;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw failed(pattern);
    }

    String printed() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** For a server of connections: a port that is free for datagrams may be taken for them. */
    static int freeConnectionPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How a coding sounds inside such a program, samples a second. */
    static int rate(VoiceCoding coding) {
        return switch (coding) {
            case OPUS -> 48_000;
            case G722 -> Pcm.RATE;
            case PCMA, PCMU -> 8000;
        };
    }

    /** A file of a minute in which the sentence of our desks is said over and over. */
    static Path says(Path folder, int rate, int channels) throws Exception {
        short[] clip = Halving.wide(Clip.load(Clip.AGENT_ANSWER_ZH));
        int times = 60 * Pcm.RATE / clip.length;
        var pcm = ByteBuffer.allocate(2 * clip.length * times).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < times; i++) for (short sample : clip) pcm.putShort(sample);
        Path raw = Files.write(folder.resolve("says.raw"), pcm.array());
        Path wav = folder.resolve("says.wav");
        sox(RAW + raw + " -r " + rate + " -c " + channels + " " + wav);
        return wav;
    }

    /**
     * One second of several in a file that is being written hold the sentence: a busy machine breaks one or the other.
     * What stands before its samples is short, and taken for sound: it may not be written yet.
     */
    static void holdsTheSentence(Path wav, int rate, int channels) throws Exception {
        Path raw = wav.resolveSibling("heard.raw");
        double best = 0;
        for (int i = 0; i < 40 && best <= 0.9; i++) {
            TimeUnit.MILLISECONDS.sleep(200);
            sox("-t raw -r " + rate + " -e signed -b 16 -c " + channels + " " + wav + RAW + raw);
            var pcm = ByteBuffer.wrap(Files.readAllBytes(raw))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            var heard = new short[pcm.remaining()];
            pcm.get(heard);
            for (int at = heard.length - Pcm.RATE; at >= 0 && best <= 0.9; at -= Pcm.RATE)
                best = Math.max(best, TalkingDevices.wideLikeness(Arrays.copyOfRange(heard, at, at + Pcm.RATE)));
        }
        assertThat(best).as("what was heard there").isGreaterThan(0.9);
    }

    private static void sox(String words) throws Exception {
        Needs.program("sox", "sox");
        Process sox = new ProcessBuilder(("sox " + words.strip()).split(" "))
                .inheritIO()
                .start();
        assertThat(sox.waitFor()).isZero();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}

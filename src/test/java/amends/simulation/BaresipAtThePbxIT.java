package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.law.Needs;
import amends.media.CallTap;
import amends.media.MediaWishes;
import amends.media.Pcm;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.rtp.Halving;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.LineState;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A baresip registered at the embedded PBX: called by a desk and calling it, in each coding, held and taken back. */
class BaresipAtThePbxIT {
    private static final Timekeeper TIME = Timekeeper.system();
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    private final PlatformLoop loop = new PlatformLoop("baresip-loop");
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final TalkingDevices devices = new TalkingDevices();
    private EmbeddedPbx pbx;
    private RtpMediaPlane media;
    private SipPhone phone;
    private Process baresip;

    @BeforeEach
    void a_pbx_is_up() {
        Needs.program("baresip", "baresip-core");
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(new Extension("1001", "pw1001", "Desk"), new Extension("1002", "pw1002", "baresip")),
                        List.of(CallQueue.of("support")),
                        List.of(new ManagerUser("cti", "secret"))),
                TIME);
    }

    @AfterEach
    void close() throws Exception {
        if (baresip != null) baresip.destroy();
        if (phone != null) {
            var ended = new CompletableFuture<Void>();
            loop.execute(() -> {
                phone.close();
                phone.ended().thenRun(() -> ended.complete(null));
            });
            ended.get(30, TimeUnit.SECONDS);
            media.close();
        }
        loop.close();
        if (pbx != null) pbx.close();
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void a_desk_calls_it_hears_it_holds_it_and_takes_it_back(VoiceCoding coding) throws Exception {
        baresip(coding, "auto", "");
        desk(coding);
        loop.execute(() -> phone.dial("1002"));
        CallId call = event(CallEvent.Established.class).call().id();
        assertHeard(0);

        loop.execute(() -> phone.hold(call));
        event(CallEvent.Held.class);
        loop.execute(() -> phone.retrieve(call));
        event(CallEvent.Retrieved.class);
        assertHeard(devices.heard().length);

        loop.execute(() -> phone.sendDigits(call, "5"));
        loop.execute(() -> phone.clear(call));
        assertThat(event(CallEvent.ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void it_calls_a_desk_and_is_heard(VoiceCoding coding) throws Exception {
        desk(coding);
        baresip(coding, "manual", "/dial sip:1001@127.0.0.1:" + pbx.sipPort());
        CallId call = event(CallEvent.Delivered.class).call().id();
        loop.execute(() -> phone.answer(call));
        event(CallEvent.Established.class);
        assertHeard(0);

        loop.execute(() -> phone.clear(call));
        assertThat(event(CallEvent.ConnectionCleared.class).cause()).isEqualTo(ClearCause.LOCAL_HANGUP);
    }

    /** In a second of several that follow: a busy machine breaks one or the other. */
    private void assertHeard(int from) throws InterruptedException {
        double best = 0;
        for (int i = 0; i < 200 && best <= 0.9; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            short[] heard = devices.heard();
            int at = Math.max(from, heard.length - 3 * Pcm.RATE);
            if (heard.length - at >= 2 * Pcm.RATE)
                best = Math.max(best, TalkingDevices.wideLikeness(Arrays.copyOfRange(heard, at, at + 2 * Pcm.RATE)));
        }
        assertThat(best).isGreaterThan(0.9);
    }

    private void desk(VoiceCoding coding) throws Exception {
        var wishes = new MediaWishes(List.of(coding), EncryptionWish.OFF, VoiceCoders.OWN);
        media = new RtpMediaPlane(() -> HERE, PortRange.ANY, wishes, devices, call -> CallTap.NONE, TIME);
        phone = new SipPhone(
                Account.at("127.0.0.1", pbx.sipPort(), Transport.UDP, "1001", "pw1001"), media, loop, TIME);
        var registered = new CompletableFuture<Void>();
        loop.execute(() -> {
            phone.onCallEvent(events::add);
            phone.onChange(line -> {
                if (line instanceof LineState.Registered) registered.complete(null);
            });
            phone.open();
        });
        registered.get(30, TimeUnit.SECONDS);
    }

    /** Says what the desk says, over and over: the same measure serves for both ways. */
    private void baresip(VoiceCoding coding, String answers, String command) throws Exception {
        String name = coding.encodingName().toLowerCase(Locale.ROOT);
        boolean narrow = coding == VoiceCoding.PCMU || coding == VoiceCoding.PCMA;
        int rate = coding == VoiceCoding.OPUS ? 48_000 : narrow ? 8000 : 16_000;
        String codec = coding == VoiceCoding.OPUS ? "opus/48000/2" : name + "/" + (narrow ? "8000" : "16000") + "/1";
        Path says = says(rate, coding == VoiceCoding.OPUS ? 2 : 1);
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:1002@127.0.0.1:%d>;auth_user=1002;auth_pass=pw1002;regint=60;answermode=%s;audio_codecs=%s;dtmfmode=rtpevent\n"
                        .formatted(pbx.sipPort(), answers, codec));
        Files.writeString(
                folder.resolve("config"), """
                sip_listen 127.0.0.1:%d
                net_interface 127.0.0.1
                audio_source aufile,%s
                audio_player aufile,%s
                ausrc_srate %d
                auplay_srate %d
                rtp_timeout 0
                call_max_calls 4
                module_path /usr/lib/baresip/modules
                module stdio.so
                module g711.so
                module g722.so
                module opus.so
                module aufile.so
                module_tmp uuid.so
                module_tmp account.so
                module_app menu.so
                """.formatted(freePort(), says, folder.resolve("heard.wav"), rate, rate));
        var words = new java.util.ArrayList<>(List.of("baresip", "-f", folder.toString()));
        if (!command.isEmpty()) words.addAll(List.of("-e", command));
        words.addAll(List.of("-t", "60"));
        Path log = folder.resolve("baresip.log");
        baresip = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; i < 300 && !Files.readString(log).contains("200 OK"); i++) TimeUnit.MILLISECONDS.sleep(50);
        assertThat(Files.readString(log)).contains("200 OK");
    }

    private Path says(int rate, int channels) throws IOException, InterruptedException {
        short[] clip = Halving.wide(Clip.load(Clip.AGENT_ANSWER_ZH));
        int times = 60 * Pcm.RATE / clip.length;
        var pcm = java.nio.ByteBuffer.allocate(2 * clip.length * times).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < times; i++) for (short sample : clip) pcm.putShort(sample);
        Path raw = Files.write(folder.resolve("says.raw"), pcm.array());
        Path wav = folder.resolve("says.wav");
        Needs.program("sox", "sox");
        Process sox = new ProcessBuilder(
                        "sox",
                        "-t",
                        "raw",
                        "-r",
                        "16000",
                        "-e",
                        "signed",
                        "-b",
                        "16",
                        "-c",
                        "1",
                        raw.toString(),
                        "-r",
                        "" + rate,
                        "-c",
                        "" + channels,
                        wav.toString())
                .inheritIO()
                .start();
        assertThat(sox.waitFor()).isZero();
        return wav;
    }

    private <E extends CallEvent> E event(Class<E> kind) throws InterruptedException, IOException {
        for (CallEvent next; (next = events.poll(30, TimeUnit.SECONDS)) != null; )
            if (kind.isInstance(next)) return kind.cast(next);
        throw new AssertionError(
                "no " + kind.getSimpleName() + "; baresip says " + Files.readString(folder.resolve("baresip.log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, HERE)) {
            return socket.getLocalPort();
        }
    }
}

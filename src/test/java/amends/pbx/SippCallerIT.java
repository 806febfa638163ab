package amends.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.law.Needs;
import amends.law.Undisturbed;
import amends.rtp.G711;
import amends.rtp.RtpPacket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller that nobody here wrote: Debian's sipp calls the queue, a scripted agent takes the call. */
@Undisturbed
class SippCallerIT {
    private static final int PACKETS = 100;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsSipp() {
        Needs.program("sipp", "sip-tester");
    }

    /** Four seconds whose every 20 ms are like no other, so that each packet tells its place. */
    private static byte[] speech() {
        var samples = new short[4 * Clip.RATE];
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / Clip.RATE;
            samples[i] = (short) (9000 * Math.sin(2 * Math.PI * (200 + 190 * t) * t));
        }
        return G711.MU_LAW.encode(samples);
    }

    private Process sipp(int port) throws Exception {
        try (var scenario = SippCallerIT.class.getResourceAsStream("/sipp/caller-to-queue.xml")) {
            Files.copy(scenario, folder.resolve("caller.xml"));
        }
        Files.write(folder.resolve("customer.ul"), speech());
        return new ProcessBuilder(
                        "sipp",
                        "127.0.0.1:" + port,
                        "-sf",
                        "caller.xml",
                        "-s",
                        "support",
                        "-i",
                        "127.0.0.1",
                        "-m",
                        "1",
                        "-nostdin",
                        "-timeout",
                        "50",
                        "-timeout_error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.txt").toFile())
                .start();
    }

    @Test
    void a_sipp_caller_is_heard_by_the_agent_byte_for_byte() throws Exception {
        try (var pbx = EmbeddedPbx.start(EmbeddedPbxTest.config(), Timekeeper.system());
                var agent = RawPhone.udp("1001", "pw1001", pbx.sipPort());
                var manager = RawManager.signedIn(pbx.managerPort(), "cti", "ctisecret")) {
            agent.register(60);
            manager.ask("QueueAdd", "Queue: support", "Interface: PJSIP/agent1001", "MemberName: A");
            Process sipp = sipp(pbx.sipPort());
            try {
                RawCall call = agent.awaitCall();
                assertThat(call.invitation().required("From"))
                        .contains("Wang Jianguo")
                        .contains("+8613800138000");
                call.ring().answer(0, 101);
                assertSpeech(call);
                call.bye();
                assertThat(sipp.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(sipp.exitValue())
                        .as(Files.readString(folder.resolve("sipp.txt"), StandardCharsets.ISO_8859_1))
                        .isZero();
            } finally {
                sipp.destroyForcibly();
            }
            assertThat(manager.awaitEvent("AgentComplete")).containsEntry("Reason", "agent");
        }
    }

    private static void assertSpeech(RawCall call) throws Exception {
        var heard = new ByteArrayOutputStream();
        for (int i = 0; i < PACKETS; i++) {
            byte[] datagram = call.receiveRtp();
            heard.write(RtpPacket.parse(datagram, datagram.length).orElseThrow().payload());
        }
        byte[] said = speech();
        byte[] twice = Arrays.copyOf(said, 2 * said.length);
        System.arraycopy(said, 0, twice, said.length, said.length);
        String all = new String(twice, StandardCharsets.ISO_8859_1);
        assertThat(all).contains(heard.toString(StandardCharsets.ISO_8859_1));
    }
}

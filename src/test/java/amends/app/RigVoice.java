package amends.app;

import amends.kernel.Timekeeper;
import amends.media.CallTap;
import amends.media.Codecs;
import amends.media.MediaWishes;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.device.WavDevices;
import amends.media.ffm.NativeCoders;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.telephony.CallId;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One end of a call without signalling that says a file and hears into another, for src/test/rig: until it is ended. */
final class RigVoice {
    private RigVoice() {}

    /**
     * @param arguments own RTP port, the other's, java or native, the coding's name, what is said, where what is heard
     *     goes, and a file: the call begins when there is one
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        List<VoiceCoding> coding = List.of(VoiceCoding.valueOf(arguments[3]));
        VoiceCoders coders = arguments[2].equals("native")
                ? new NativeCoders(NativeAudio.find().orElseThrow())
                : VoiceCoders.OWN;
        var media = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                new PortRange(port, port + 1),
                new MediaWishes(coding, EncryptionWish.OFF, coders),
                new WavDevices(Path.of(arguments[4]), WavDevices.AtEnd.SILENCE, Path.of(arguments[5])),
                call -> CallTap.NONE,
                Timekeeper.system());
        media.rehearse();
        var call = new CallId("rig");
        var leg = media.open(call);
        System.out.println("ready");
        while (!Files.exists(Path.of(arguments[6]))) TimeUnit.MILLISECONDS.sleep(10);
        leg.connect(new MediaTerms(there, Codecs.offered(coding), MediaDirection.SENDRECV));
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().unstarted(() -> media.of(call).ifPresent(System.out::println)));
        TimeUnit.DAYS.sleep(1);
    }
}

package amends.app;

import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.media.CallTap;
import amends.media.Codecs;
import amends.media.MediaWishes;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.device.JavaSoundDevices;
import amends.media.ffm.AudioLibrary;
import amends.media.ffm.NativeCoders;
import amends.media.ffm.PortAudioDevices;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.telephony.CallId;
import amends.telephony.EncryptionWish;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** One end of a call without signalling, on the machine's own devices, for src/test/rig: runs until it is ended. */
final class RigEnd {
    private RigEnd() {}

    /** @param arguments own RTP port, the other's, java or native, the coding's name */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        var there = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        List<VoiceCoding> coding = List.of(VoiceCoding.valueOf(arguments[3]));
        AudioDevices devices = new JavaSoundDevices("", "");
        VoiceCoders coders = VoiceCoders.OWN;
        if (arguments[2].equals("native")) {
            AudioLibrary library = NativeAudio.find().orElseThrow();
            devices = new PortAudioDevices(library, "", "");
            coders = new NativeCoders(library);
        }
        var media = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                new PortRange(port, port + 1),
                new MediaWishes(coding, EncryptionWish.OFF, coders),
                devices,
                call -> CallTap.NONE,
                Timekeeper.system());
        media.rehearse();
        media.open(new CallId("rig")).connect(new MediaTerms(there, Codecs.offered(coding), MediaDirection.SENDRECV));
        System.out.println("in the call");
        Thread.sleep(Long.MAX_VALUE);
    }
}

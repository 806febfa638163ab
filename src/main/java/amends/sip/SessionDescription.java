package amends.sip;

import amends.telephony.Codec;
import amends.telephony.CryptoKey;
import amends.telephony.MediaTerms;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A session description (RFC 4566, RFC 8866) of which one audio stream matters, over RTP or SRTP with keys in it (RFC
 * 4568). Other streams are remembered only to be refused in the answer, because an answer has as many streams as its
 * offer (RFC 3264 §6). Which audio stream of several matters is for {@link #readings} to choose from.
 *
 * <p>Reading is tolerant of what peers get wrong and strict where it would hurt: nothing is looked up by name, sizes
 * are bounded, and media is never aimed at a multicast group.
 */
public final class SessionDescription {
    private final MediaTerms audio;
    private final long sessionId;
    private final long version;
    private final List<String> streamsBefore;
    private final List<String> streamsAfter;
    private final List<SessionDescription> others;
    private final boolean feedback;

    SessionDescription(
            MediaTerms audio,
            boolean feedback,
            long sessionId,
            long version,
            List<String> streamsBefore,
            List<String> streamsAfter) {
        this(audio, feedback, sessionId, version, streamsBefore, streamsAfter, List.of());
    }

    private SessionDescription(
            MediaTerms audio,
            boolean feedback,
            long sessionId,
            long version,
            List<String> streamsBefore,
            List<String> streamsAfter,
            List<SessionDescription> others) {
        this.others = List.copyOf(others);
        this.audio = audio;
        this.feedback = feedback;
        this.sessionId = sessionId;
        this.version = version;
        this.streamsBefore = List.copyOf(streamsBefore);
        this.streamsAfter = List.copyOf(streamsAfter);
    }

    /** @throws MalformedSdp when it is no description, is too big, or names an address that is no IP literal */
    public static SessionDescription parse(byte[] body) throws MalformedSdp {
        return SdpReader.read(body);
    }

    /**
     * @param sessionId the same for all descriptions of one call (o=, RFC 4566 §5.2)
     * @param version one more for every changed description of the call
     */
    public static SessionDescription of(MediaTerms audio, long sessionId, long version) {
        return new SessionDescription(audio, false, sessionId, version, List.of(), List.of());
    }

    /** The same that may be read otherwise, where more than one audio stream is offered. */
    SessionDescription or(List<SessionDescription> others) {
        return new SessionDescription(audio, feedback, sessionId, version, streamsBefore, streamsAfter, others);
    }

    /**
     * This description once for each of its audio streams, in their order, those that are refused last: an offer of the
     * same audio encrypted and in the clear has two. The first is this one. Answer one of them.
     */
    public List<SessionDescription> readings() {
        var readings = new ArrayList<SessionDescription>();
        readings.add(this);
        readings.addAll(others);
        return readings;
    }

    /**
     * This description with as many streams as the offer had, all but the audio refused, and in the profile of the offer:
     * one with feedback is answered with feedback (RFC 4585 §4, RFC 5124 §3.3), though none is promised.
     */
    public SessionDescription answering(SessionDescription offer) {
        return new SessionDescription(
                audio, offer.feedback, sessionId, version, offer.streamsBefore, offer.streamsAfter);
    }

    /** Whether its profile is that with feedback, RTP/AVPF or RTP/SAVPF. */
    public boolean hasFeedback() {
        return feedback;
    }

    /** In the profile with feedback or without. */
    public SessionDescription withFeedback(boolean yes) {
        return new SessionDescription(audio, yes, sessionId, version, streamsBefore, streamsAfter, others);
    }

    /** What this side wants for its audio, its direction seen from this side; port 0 when {@link #refused}. */
    public MediaTerms audio() {
        return audio;
    }

    /** Whether no audio over plain RTP is wanted: none was named, or its port is 0 (RFC 3264 §5.1). */
    public boolean refused() {
        return audio.address().getPort() == 0;
    }

    public long sessionId() {
        return sessionId;
    }

    public long version() {
        return version;
    }

    /** As it goes on the wire, lines ended by CR LF. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Without keys: they are nobody's business who reads a log. */
    @Override
    public String toString() {
        return text().replaceAll("a=crypto:[^\r\n]*", "a=crypto:(not shown)");
    }

    private String text() {
        InetAddress address = audio.address().getAddress();
        String where =
                (address instanceof Inet6Address ? "IN IP6 " : "IN IP4 ") + withoutZone(address.getHostAddress());
        var lines = new ArrayList<String>();
        Collections.addAll(
                lines, "v=0", "o=- " + sessionId + " " + version + " " + where, "s=-", "c=" + where, "t=0 0");
        streamsBefore.forEach(s -> lines.add("m=" + s));
        appendAudio(lines);
        streamsAfter.forEach(s -> lines.add("m=" + s));
        return String.join("\r\n", lines) + "\r\n";
    }

    private void appendAudio(List<String> lines) {
        var encryption = audio.encryption();
        var types = new StringBuilder();
        for (Codec codec : audio.codecs()) types.append(' ').append(codec.payloadType());
        lines.add("m=audio " + audio.address().getPort() + (encryption.secureProfile() ? " RTP/SAVP" : " RTP/AVP")
                + (feedback ? "F" : "") + (types.isEmpty() ? " 0" : types));
        if (refused()) return;
        for (Codec codec : audio.codecs()) {
            String channels = codec.channels() == 1 ? "" : "/" + codec.channels();
            lines.add("a=rtpmap:" + codec.payloadType() + " " + codec.name() + "/" + codec.clockRate() + channels);
            String parameters = codec.isTelephoneEvent() ? "0-16" : codec.parameters();
            if (!parameters.isEmpty()) lines.add("a=fmtp:" + codec.payloadType() + " " + parameters);
        }
        for (CryptoKey key : encryption.keys()) lines.add("a=crypto:" + CryptoLine.line(key));
        lines.add("a=ptime:20");
        lines.add("a=" + SdpReader.nameOf(audio.direction()));
    }

    private static String withoutZone(String host) {
        int zone = host.indexOf('%');
        return zone < 0 ? host : host.substring(0, zone);
    }
}

package amends.sip;

import amends.telephony.Codec;
import amends.telephony.CryptoKey;
import amends.telephony.MediaDirection;
import amends.telephony.MediaEncryption;
import amends.telephony.MediaTerms;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one description line by line; used once. */
final class SdpReader {
    private static final int MOST_BYTES = 16_384;
    private static final int MOST_LINES = 500;
    private static final int MOST_STREAMS = 16;
    private static final int MOST_FORMATS = 64;
    private static final int MOST_KEYS = 16;
    /** In the clear and encrypted, each with feedback too (RFC 4585, RFC 5124). */
    private static final Set<String> PROFILES = Set.of("RTP/AVP", "RTP/SAVP", "RTP/AVPF", "RTP/SAVPF");

    private static final List<Codec> FIXED = List.of(Codec.PCMU, Codec.PCMA, Codec.G722, Codec.COMFORT_NOISE);
    private static final Pattern PARAMETERS = Pattern.compile("[ -~]{1,256}");
    private static final Pattern TOKEN = Pattern.compile("[!-~&&[^()<>@,;:\\\\\"/\\[\\]?={}]]{1,32}");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    /** What was said about one stream, or (for what stands before the first) about the whole session. */
    private static final class Section {
        InetAddress address;
        MediaDirection direction;
        List<String> formats = List.of();
        final Map<Integer, Codec> mapped = new HashMap<>();
        final Map<Integer, String> parameters = new HashMap<>();
        final List<CryptoKey> keys = new ArrayList<>();
        boolean secure;
        boolean feedback;
        int port;
    }

    /** @param audio null for a stream that is none of ours @param words of the media line */
    private record Stream(Section audio, String[] words) {}

    private final Section session = new Section();
    private Section current = session;
    private final List<Stream> streams = new ArrayList<>();
    private long sessionId;
    private long version;

    static SessionDescription read(byte[] body) throws MalformedSdp {
        if (body == null || body.length == 0) throw new MalformedSdp("no session description");
        if (body.length > MOST_BYTES) throw new MalformedSdp("a session description of " + body.length + " bytes");
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\r\n|\n|\r", MOST_LINES + 1);
        if (lines.length > MOST_LINES) throw new MalformedSdp("more than " + MOST_LINES + " lines");
        if (!lines[0].strip().equals("v=0")) throw new MalformedSdp("does not begin with v=0");
        var reader = new SdpReader();
        for (String line : lines) reader.line(line.strip());
        return reader.finished();
    }

    private void line(String line) throws MalformedSdp {
        if (line.length() < 3 || line.charAt(1) != '=') return;
        String value = line.substring(2).strip();
        switch (line.charAt(0)) {
            case 'o' -> origin(value);
            case 'c' -> current.address = connection(value);
            case 'm' -> stream(value);
            case 'a' -> attribute(value);
            default -> {}
        }
    }

    private void origin(String value) {
        String[] words = value.split("\\s+", 6);
        if (words.length < 3) return;
        sessionId = numberOr0(words[1]);
        version = numberOr0(words[2]);
    }

    private static InetAddress connection(String value) throws MalformedSdp {
        String[] words = value.split("\\s+");
        if (words.length < 3) throw new MalformedSdp("a connection line without an address");
        int slash = words[2].indexOf('/');
        String literal = slash < 0 ? words[2] : words[2].substring(0, slash);
        InetAddress address = literal(literal);
        if (address.isMulticastAddress() || literal.equals("255.255.255.255"))
            throw new MalformedSdp("a connection address that is a group");
        return address;
    }

    private static InetAddress literal(String text) throws MalformedSdp {
        boolean shaped = text.indexOf(':') >= 0
                ? IPV6.matcher(text).matches()
                : IPV4.matcher(text).matches();
        if (!shaped) throw new MalformedSdp("a connection address that is no IP literal");
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedSdp("a connection address that is no IP literal");
        }
    }

    private void stream(String value) throws MalformedSdp {
        if (streams.size() > MOST_STREAMS) throw new MalformedSdp("too many streams");
        current = new Section();
        String[] words = value.split("\\s+", 4);
        if (words.length < 4) throw new MalformedSdp("a media line without formats");
        String profile = words[2].toUpperCase(Locale.ROOT);
        boolean audio = words[0].equalsIgnoreCase("audio") && PROFILES.contains(profile);
        streams.add(new Stream(audio ? current : null, words));
        if (!audio) return;
        current.secure = profile.startsWith("RTP/S");
        current.feedback = profile.endsWith("F");
        current.port = port(words[1]);
        current.formats = List.of(words[3].split("\\s+", MOST_FORMATS + 1)).stream()
                .limit(MOST_FORMATS)
                .toList();
    }

    /** The stream with port 0; its words are echoed, so they must be tokens. */
    private static String refusal(String[] words) throws MalformedSdp {
        String format = words[3].split("\\s+", 2)[0];
        boolean tokens = TOKEN.matcher(words[0]).matches()
                && words[2].length() <= 64
                && TOKEN.matcher(words[2].replace("/", "")).matches()
                && TOKEN.matcher(format).matches();
        if (!tokens) throw new MalformedSdp("a media line of odd characters");
        return words[0] + " 0 " + words[2] + " " + format;
    }

    private static int port(String word) throws MalformedSdp {
        int slash = word.indexOf('/');
        long port = numberOr0(slash < 0 ? word : word.substring(0, slash));
        if (port > 65_535 || (port == 0 && !word.matches("0+(/\\d+)?"))) throw new MalformedSdp("a port that is none");
        return (int) port;
    }

    private void attribute(String value) {
        String name = value.toLowerCase(Locale.ROOT);
        for (MediaDirection direction : MediaDirection.values())
            if (name.equals(nameOf(direction))) current.direction = direction;
        if (name.startsWith("rtpmap:")) codec(value.substring(7).strip());
        if (name.startsWith("fmtp:")) parameters(value.substring(5).strip());
        if (name.startsWith("crypto:") && current.keys.size() < MOST_KEYS)
            CryptoLine.key(value.substring(7).strip()).ifPresent(current.keys::add);
    }

    private void codec(String value) {
        String[] words = value.split("\\s+", 2);
        if (words.length < 2 || current.mapped.size() > MOST_FORMATS) return;
        String[] coding = words[1].strip().split("/");
        long type = numberOr(words[0], -1);
        long rate = coding.length < 2 ? 0 : numberOr0(coding[1].strip());
        int channels = coding.length < 3 ? 1 : (int) numberOr0(coding[2].strip());
        if (type < 0 || type > 127 || rate < 1 || rate > 384_000) return;
        if (!TOKEN.matcher(coding[0]).matches()) return;
        if (channels < 1 || channels > 255) return;
        current.mapped.put((int) type, new Codec((int) type, coding[0], (int) rate, channels, ""));
    }

    private void parameters(String value) {
        String[] words = value.split("\\s+", 2);
        long type = numberOr(words[0], -1);
        if (words.length < 2 || type < 0 || type > 127) return;
        if (PARAMETERS.matcher(words[1]).matches()) current.parameters.put((int) type, words[1]);
    }

    private SessionDescription finished() throws MalformedSdp {
        var readings = new ArrayList<SessionDescription>();
        for (int i = 0; i < streams.size(); i++) {
            Section audio = streams.get(i).audio();
            if (audio != null) readings.add(reading(audio, i));
        }
        if (readings.isEmpty()) return reading(new Section(), streams.size());
        readings.sort(Comparator.comparing(SessionDescription::refused));
        return readings.getFirst().or(readings.subList(1, readings.size()));
    }

    /** @param at the place of the stream that matters: what stands before and after it is to be refused */
    private SessionDescription reading(Section audio, int at) throws MalformedSdp {
        List<String> before = refusals(0, at);
        List<String> after = refusals(at + 1, streams.size());
        return new SessionDescription(terms(audio), audio.feedback, sessionId, version, before, after);
    }

    private List<String> refusals(int from, int to) throws MalformedSdp {
        var refusals = new ArrayList<String>();
        for (int i = from; i < to; i++) refusals.add(refusal(streams.get(i).words()));
        return refusals;
    }

    private MediaTerms terms(Section stream) throws MalformedSdp {
        InetAddress address = stream.address != null ? stream.address : session.address;
        if (address == null) {
            if (stream.port != 0) throw new MalformedSdp("no connection address");
            address = InetAddress.ofLiteral("0.0.0.0");
        }
        MediaDirection direction = stream.direction != null ? stream.direction : session.direction;
        if (direction == null) direction = MediaDirection.SENDRECV;
        if (address.isAnyLocalAddress()) direction = deaf(direction);
        var encryption = new MediaEncryption(stream.secure, stream.secure, stream.keys);
        return new MediaTerms(new InetSocketAddress(address, stream.port), codecs(stream), direction, encryption);
    }

    /** Hold as RFC 2543 said it: to be sent to 0.0.0.0 is not to be sent to. */
    private static MediaDirection deaf(MediaDirection said) {
        return said.sends() ? MediaDirection.SENDONLY : MediaDirection.INACTIVE;
    }

    private static List<Codec> codecs(Section stream) {
        var codecs = new ArrayList<Codec>();
        for (String format : stream.formats) {
            int type = (int) numberOr(format, -1);
            Codec codec = stream.mapped.get(type);
            if (codec == null) codec = fixed(type);
            if (codec == null) continue;
            Codec said = codec.isTelephoneEvent() ? codec : codec.with(stream.parameters.getOrDefault(type, ""));
            if (!codecs.contains(said)) codecs.add(said);
        }
        return codecs;
    }

    /** The numbers that need no explanation (RFC 3551 §6). */
    private static Codec fixed(int type) {
        return FIXED.stream().filter(c -> c.payloadType() == type).findFirst().orElse(null);
    }

    static String nameOf(MediaDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static long numberOr0(String digits) {
        return numberOr(digits, 0);
    }

    private static long numberOr(String digits, long otherwise) {
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : otherwise;
    }
}

package amends.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * One link of a desk's hash chain. Digests are salted with what stands in the recording's own file, so that after its
 * deletion the link says nothing about it and the chain still holds.
 *
 * @param number from 1
 * @param previous hash of the link before; 64 zeros for the first
 * @param file salted SHA-256 of the whole file, in hexadecimal; 64 zeros on a tombstone
 * @param facts salted SHA-256 of the recording's facts
 */
public record ChainLink(
        long number, String previous, Kind kind, UUID recording, String file, String facts, Instant at) {
    public enum Kind {
        SEALED,
        INTERRUPTED,
        /** Deleted on purpose. */
        TOMBSTONE
    }

    /** Stands where there is no hash. */
    public static final String NOTHING = "0".repeat(64);

    public static final int LONGEST_LINE = 512;
    private static final HexFormat HEX = HexFormat.of();

    public ChainLink {
        if (number < 1 || !isHash(previous) || !isHash(file) || !isHash(facts))
            throw new IllegalArgumentException("no link of a chain");
    }

    public static ChainLink after(
            Optional<ChainLink> head, Kind kind, UUID recording, String file, String facts, Instant at) {
        return new ChainLink(
                head.map(h -> h.number + 1).orElse(1L),
                head.map(ChainLink::hash).orElse(NOTHING),
                kind,
                recording,
                file,
                facts,
                at);
    }

    public boolean follows(Optional<ChainLink> before) {
        return number == before.map(h -> h.number + 1).orElse(1L)
                && previous.equals(before.map(ChainLink::hash).orElse(NOTHING));
    }

    /** Hash of the link: SHA-256 over its text. */
    public String hash() {
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        return HEX.formatHex(Digests.sha256(text, 0, text.length));
    }

    private String text() {
        return String.join(
                " ", Long.toString(number), previous, kind.name(), recording.toString(), file, facts, at.toString());
    }

    /** As it stands in a chain's file, its own hash at the end. */
    public String line() {
        return text() + " " + hash();
    }

    /** Empty when the line is no link, or not the link that its hash says. */
    public static Optional<ChainLink> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (line.length() > LONGEST_LINE || parts.length != 8) return Optional.empty();
        try {
            var link = new ChainLink(
                    Long.parseLong(parts[0]),
                    parts[1],
                    Kind.valueOf(parts[2]),
                    UUID.fromString(parts[3]),
                    parts[4],
                    parts[5],
                    Instant.parse(parts[6]));
            return link.line().equals(line) ? Optional.of(link) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }
}

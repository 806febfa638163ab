package amends.customer.jdbc;

import amends.customer.CustomerProfile.Tier;
import amends.customer.ImportedCustomer;
import amends.customer.Portrait;
import amends.kernel.PhoneNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows on their way, as bytes. Written and read by one version of the program; no text in them is longer than a note. */
final class PackedRows {
    private PackedRows() {}

    /** @param known who it is, where it is somebody already */
    record Waiting(ImportedCustomer row, Optional<UUID> known) {}

    static byte[] pack(List<Waiting> rows) {
        var bytes = new ByteArrayOutputStream(rows.size() * 120);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (Waiting one : rows) write(out, one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Waiting> unpack(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            var rows = new ArrayList<Waiting>(count);
            for (int i = 0; i < count; i++) rows.add(read(in));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Waiting waiting) throws IOException {
        ImportedCustomer row = waiting.row();
        out.writeBoolean(waiting.known().isPresent());
        if (waiting.known().isPresent()) {
            out.writeLong(waiting.known().get().getMostSignificantBits());
            out.writeLong(waiting.known().get().getLeastSignificantBits());
        }
        out.writeInt(row.line());
        for (String text :
                List.of(row.name(), row.outsideId(), row.region(), row.language(), row.segment(), row.note()))
            out.writeUTF(text);
        out.writeUTF(row.tier().map(Enum::name).orElse(""));
        out.writeUTF(row.channel().map(Enum::name).orElse(""));
        out.writeLong(row.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE));
        var day = row.birthday().orElse(new ImportedCustomer.Birthday(0, 0, 0));
        out.writeInt(day.month());
        out.writeInt(day.day());
        out.writeInt(day.year());
        texts(out, row.numbers().stream().map(PhoneNumber::e164).toList());
        texts(out, row.products());
        texts(out, row.tags());
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) out.writeUTF(text);
    }

    private static Waiting read(DataInputStream in) throws IOException {
        Optional<UUID> known =
                in.readBoolean() ? Optional.of(new UUID(in.readLong(), in.readLong())) : Optional.empty();
        int line = in.readInt();
        String name = in.readUTF();
        String outsideId = in.readUTF();
        String region = in.readUTF();
        String language = in.readUTF();
        String segment = in.readUTF();
        String note = in.readUTF();
        Optional<Tier> tier = filled(in.readUTF()).map(Tier::valueOf);
        Optional<Portrait.Channel> channel = filled(in.readUTF()).map(Portrait.Channel::valueOf);
        long since = in.readLong();
        var day = new ImportedCustomer.Birthday(in.readInt(), in.readInt(), in.readInt());
        return new Waiting(
                new ImportedCustomer(
                        line,
                        name,
                        texts(in).stream().map(PhoneNumber::new).toList(),
                        outsideId,
                        tier,
                        region,
                        since == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(since)),
                        day.month() == 0 ? Optional.empty() : Optional.of(day),
                        language,
                        segment,
                        channel,
                        texts(in),
                        texts(in),
                        note),
                known);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readShort();
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) texts.add(in.readUTF());
        return List.copyOf(texts);
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }
}

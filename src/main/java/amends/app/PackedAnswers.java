package amends.app;

import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Report;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Duplicate;
import amends.customer.Duplicates.Pair;
import amends.customer.FoundCustomer;
import amends.customer.ImportProblem;
import amends.customer.Merging;
import amends.customer.PersonalFile;
import amends.customer.PersonalFile.Erasure;
import amends.customer.PersonalRecord;
import amends.customer.RowProblem;
import amends.customer.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the services answer, as bytes that a row holds part by part: both sides are of one version of the program. */
final class PackedAnswers {
    /** Of one part, in bytes. */
    static final int LARGEST_PART = 256 * 1024;

    private static final int LONGEST_TEXT = 4 << 20;

    private PackedAnswers() {}

    interface Packing {
        void to(DataOutputStream out) throws IOException;
    }

    interface Unpacking<T> {
        T from(DataInputStream in) throws IOException;
    }

    private interface Each<T> {
        void to(DataOutputStream out, T one) throws IOException;
    }

    static List<byte[]> pack(Packing packing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            packing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts(bytes.toByteArray());
    }

    private static List<byte[]> parts(byte[] all) {
        var parts = new ArrayList<byte[]>();
        for (int from = 0; from < all.length; from += LARGEST_PART)
            parts.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + LARGEST_PART)));
        return parts;
    }

    /** Of a file as it is now; none of it is held. */
    static Iterable<byte[]> parts(Path file) throws IOException {
        int count = Math.toIntExact((Files.size(file) + LARGEST_PART - 1) / LARGEST_PART);
        return () ->
                IntStream.range(0, count).mapToObj(place -> part(file, place)).iterator();
    }

    private static byte[] part(Path file, int place) {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes((long) place * LARGEST_PART);
            return in.readNBytes(LARGEST_PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param parts by their place, from 0; each is fetched when it is read */
    static InputStream joined(IntFunction<Optional<byte[]>> parts) {
        var all = IntStream.iterate(0, place -> place + 1)
                .mapToObj(parts)
                .takeWhile(Optional::isPresent)
                .map(part -> new ByteArrayInputStream(part.get()))
                .iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return all.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return all.next();
            }
        });
    }

    static <T> T unpack(InputStream answer, Unpacking<T> unpacking) {
        try (var in = new DataInputStream(answer)) {
            return unpacking.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the services' answer is not whole", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) throw new IOException("a text of " + length + " bytes");
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static <T> void optional(DataOutputStream out, Optional<T> one, Each<T> each) throws IOException {
        out.writeBoolean(one.isPresent());
        if (one.isPresent()) each.to(out, one.get());
    }

    private static <T> Optional<T> optional(DataInputStream in, Unpacking<T> each) throws IOException {
        return in.readBoolean() ? Optional.of(each.from(in)) : Optional.empty();
    }

    private static void moment(DataOutputStream out, Instant at) throws IOException {
        text(out, at.toString());
    }

    private static Instant moment(DataInputStream in) throws IOException {
        return Instant.parse(text(in));
    }

    private static <T> void list(DataOutputStream out, List<T> all, Each<? super T> each) throws IOException {
        out.writeInt(all.size());
        for (T one : all) each.to(out, one);
    }

    private static <T> List<T> list(DataInputStream in, Unpacking<T> each) throws IOException {
        int count = in.readInt();
        var all = new ArrayList<T>();
        for (int i = 0; i < count; i++) all.add(each.from(in));
        return List.copyOf(all);
    }

    static void merging(DataOutputStream out, Merging.Outcome outcome) throws IOException {
        switch (outcome) {
            case Merging.Outcome.Merged(UUID merge) -> {
                text(out, "MERGED");
                id(out, merge);
            }
            case Merging.Outcome.Separated() -> text(out, "SEPARATED");
            case Merging.Outcome.Refused(Merging.Reason reason) -> {
                text(out, "REFUSED");
                text(out, reason.name());
            }
        }
    }

    static Merging.Outcome merging(DataInputStream in) throws IOException {
        return switch (text(in)) {
            case "MERGED" -> new Merging.Outcome.Merged(id(in));
            case "SEPARATED" -> new Merging.Outcome.Separated();
            default -> new Merging.Outcome.Refused(Merging.Reason.valueOf(text(in)));
        };
    }

    static void erasure(DataOutputStream out, Erasure erasure) throws IOException {
        switch (erasure) {
            case Erasure.Erased(int rows) -> {
                text(out, "ERASED");
                out.writeInt(rows);
            }
            case Erasure.StillOpen(List<PersonalRecord> open) -> {
                text(out, "OPEN");
                records(out, open);
            }
            case Erasure.Refused(PersonalFile.Reason reason) -> {
                text(out, "REFUSED");
                text(out, reason.name());
            }
        }
    }

    static Erasure erasure(DataInputStream in) throws IOException {
        return switch (text(in)) {
            case "ERASED" -> new Erasure.Erased(in.readInt());
            case "OPEN" -> new Erasure.StillOpen(records(in));
            default -> new Erasure.Refused(PersonalFile.Reason.valueOf(text(in)));
        };
    }

    static void records(DataOutputStream out, List<PersonalRecord> records) throws IOException {
        list(out, records, (to, record) -> {
            text(to, record.kind());
            optional(to, record.at(), PackedAnswers::moment);
            list(to, record.facts(), (inner, fact) -> {
                text(inner, fact.name());
                text(inner, fact.value());
            });
        });
    }

    static List<PersonalRecord> records(DataInputStream in) throws IOException {
        return list(
                in,
                from -> new PersonalRecord(
                        text(from),
                        optional(from, PackedAnswers::moment),
                        list(from, inner -> new PersonalRecord.Fact(text(inner), text(inner)))));
    }

    static void pairs(DataOutputStream out, List<Pair> pairs) throws IOException {
        list(out, pairs, (to, pair) -> {
            Duplicate both = pair.duplicate();
            id(to, both.id());
            id(to, both.one());
            id(to, both.another());
            text(to, both.reason().name());
            text(to, both.detail());
            moment(to, both.found());
            found(to, pair.one());
            found(to, pair.another());
        });
    }

    static List<Pair> pairs(DataInputStream in) throws IOException {
        return list(
                in,
                from -> new Pair(
                        new Duplicate(
                                id(from),
                                id(from),
                                id(from),
                                Duplicate.Reason.valueOf(text(from)),
                                text(from),
                                moment(from)),
                        found(from),
                        found(from)));
    }

    private static void found(DataOutputStream out, FoundCustomer one) throws IOException {
        id(out, one.id());
        for (String word : List.of(one.name(), one.tier().name(), one.region(), one.numberEnd(), one.outsideId()))
            text(out, word);
        optional(out, one.mergedInto(), PackedAnswers::id);
    }

    private static FoundCustomer found(DataInputStream in) throws IOException {
        return new FoundCustomer(
                id(in),
                text(in),
                Tier.valueOf(text(in)),
                text(in),
                text(in),
                text(in),
                optional(in, PackedAnswers::id));
    }

    static void outcome(DataOutputStream out, Outcome outcome) throws IOException {
        switch (outcome) {
            case Outcome.Imported(UUID id, int added, int changed, Report report) -> {
                text(out, "IMPORTED");
                id(out, id);
                out.writeInt(added);
                out.writeInt(changed);
                report(out, report);
            }
            case Outcome.Faulty(Report report) -> {
                text(out, "FAULTY");
                report(out, report);
            }
            case Outcome.Cancelled(Report report) -> {
                text(out, "CANCELLED");
                report(out, report);
            }
            case Outcome.Unreadable(Table.Unreadable why) -> {
                text(out, "UNREADABLE");
                text(out, why.why().name());
                out.writeInt(why.line());
            }
        }
    }

    static Outcome outcome(DataInputStream in) throws IOException {
        return switch (text(in)) {
            case "IMPORTED" -> new Outcome.Imported(id(in), in.readInt(), in.readInt(), report(in));
            case "FAULTY" -> new Outcome.Faulty(report(in));
            case "CANCELLED" -> new Outcome.Cancelled(report(in));
            default -> new Outcome.Unreadable(new Table.Unreadable(Table.Why.valueOf(text(in)), in.readInt(), ""));
        };
    }

    private static void report(DataOutputStream out, Report report) throws IOException {
        out.writeInt(report.rows());
        out.writeInt(report.good());
        out.writeInt(report.faulty());
        list(out, report.problems(), (to, problem) -> {
            to.writeInt(problem.line());
            text(to, problem.column());
            text(to, problem.problem().name());
            text(to, problem.found());
            to.writeInt(problem.most());
        });
    }

    private static Report report(DataInputStream in) throws IOException {
        return new Report(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                list(
                        in,
                        from -> new RowProblem(
                                from.readInt(),
                                text(from),
                                ImportProblem.valueOf(text(from)),
                                text(from),
                                from.readInt())));
    }
}

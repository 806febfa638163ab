package amends.recovery.folder;

import amends.kernel.PhoneNumber;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.Matter;
import amends.recovery.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

/** A complaint as it came in, as text: one property a line; what is not known has no line. */
final class DraftText {
    private static final String NEW = "new";
    private static final String UNSAID = "unsaid";
    private final Properties lines;

    private DraftText(Properties lines) {
        this.lines = lines;
    }

    static String of(ComplaintDraft draft) {
        var text = new DraftText(new Properties());
        text.put("id", Optional.of(draft.id()));
        text.put("source", Optional.of(draft.source()));
        text.put("customer", draft.customer());
        text.put("customerName", Optional.of(draft.customerName()));
        text.put("contact", draft.contact());
        text.put("callBack", draft.callBack().map(PhoneNumber::e164));
        text.put("subject", Optional.of(draft.subject()));
        text.put("what", Optional.of(draft.what()));
        text.put("severity", Optional.of(draft.severity()));
        text.put("owner", Optional.of(draft.owner()));
        text.put("at", Optional.of(draft.at()));
        text.put("callBackBy", draft.callBackBy());
        text.put("readBack", Optional.of(draft.readBack()));
        text.put("matter", Optional.of(word(draft.matter())));
        return text.written();
    }

    private static String word(Matter matter) {
        return switch (matter) {
            case Matter.Unsaid u -> UNSAID;
            case Matter.New n -> NEW;
            case Matter.Again(var complaint) -> complaint.toString();
        };
    }

    private static Matter matter(String word) {
        return switch (word) {
            case UNSAID -> new Matter.Unsaid();
            case NEW -> new Matter.New();
            default -> new Matter.Again(UUID.fromString(word));
        };
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(known -> lines.setProperty(name, known.toString()));
    }

    private String written() {
        var out = new StringWriter();
        try {
            lines.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes everything", e);
        }
        return out.toString();
    }

    /** @throws IllegalArgumentException naming the line that is missing or wrong */
    static ComplaintDraft read(String text) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read", e);
        }
        return new DraftText(lines).draft();
    }

    private ComplaintDraft draft() {
        return new ComplaintDraft(
                must("id", UUID::fromString),
                must("source", Complaint.Source::valueOf),
                optional("customer", UUID::fromString),
                must("customerName", Function.identity()),
                optional("contact", UUID::fromString),
                optional("callBack", PhoneNumber::new),
                must("subject", Function.identity()),
                must("what", Function.identity()),
                must("severity", Severity::valueOf),
                must("owner", UUID::fromString),
                must("at", Instant::parse),
                optional("callBackBy", Instant::parse),
                must("readBack", Boolean::valueOf),
                must("matter", DraftText::matter));
    }

    private <T> T must(String name, Function<String, T> reading) {
        return optional(name, reading).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private <T> Optional<T> optional(String name, Function<String, T> reading) {
        String value = lines.getProperty(name);
        if (value == null) return Optional.empty();
        try {
            return Optional.of(reading.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(name + " cannot be read", e);
        }
    }
}
